package dev.akin.bench.cluster;

import dev.akin.faults.service.ServeProcess;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// `akin serve`, asked for related papers. Close it.
record Service(ServeProcess process, HttpClient http) implements AutoCloseable {
  private static final int OK = 200;

  /// A service of the index in the cluster.
  static Service ofCluster(Path home, Path folder, String store)
      throws IOException, InterruptedException {
    return of(
        new ServeProcess.Start(
            home, folder, List.of(), List.of("serve", "--store", store, "--port", "0"), Map.of()));
  }

  /// A service of the index in a folder.
  static Service ofFolder(Path home, Path folder, Path index)
      throws IOException, InterruptedException {
    return of(ServeProcess.of(home, folder, index));
  }

  private static Service of(ServeProcess.Start start) throws IOException, InterruptedException {
    return new Service(start.start(), HttpClient.newHttpClient());
  }

  /// The ids of the papers related to one, best first.
  ///
  /// @throws IllegalStateException if it does not answer with 200
  List<String> related(String id, String mode, int count) throws IOException, InterruptedException {
    String path =
        "/v1/papers/%s/related?mode=%s&limit=%d"
            .formatted(URLEncoder.encode(id, StandardCharsets.UTF_8), mode, count);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.port() + path)).build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    List<String> ids = new ArrayList<>();
    JsonMapper.shared()
        .readTree(answer.body())
        .path("results")
        .forEach(result -> ids.add(result.path("id").asString()));
    return ids;
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }
}
