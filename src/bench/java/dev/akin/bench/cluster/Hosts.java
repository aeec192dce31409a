package dev.akin.bench.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the first host of a cluster for JSON, as a program does that knows nothing of akin.
///
/// @param name what indices of the bench begin with
record Hosts(HttpClient http, List<String> all, String name) {
  private static final int GOOD = 300;
  private static final int MISSING = 404;

  /// @param address as `scripts/cluster` prints it
  static Hosts of(String address) {
    URI store = URI.create(address);
    return new Hosts(
        HttpClient.newHttpClient(),
        List.of(store.getRawAuthority().split(",")),
        store.getPath().substring(1) + "-bench");
  }

  /// The address of an index that the bench makes.
  String store() {
    return "opensearch://" + String.join(",", all) + "/" + name;
  }

  /// @param body JSON, or lines of it; empty for none
  JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + all.getFirst() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= GOOD && answer.statusCode() != MISSING) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  /// Deletes the indices of this bench and of one that was stopped.
  void clear() throws IOException, InterruptedException {
    for (JsonNode index : send("GET", "/_cat/indices/" + name + "*?h=index&format=json", "")) {
      send("DELETE", "/" + index.path("index").asString(), "");
    }
  }
}
