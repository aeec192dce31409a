package dev.akin.serve;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SmallIndex;
import dev.akin.serve.guard.Limits;
import dev.akin.serve.monitor.ModelState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real service on a free port, over five papers and without a model, and a client of it.
public final class TestService implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final PaperIndex index;
  private final AkinServer server;

  private TestService(PaperIndex index, AkinServer server) {
    this.index = index;
    this.server = server;
  }

  public static TestService start(Path folder) {
    return start(folder, options -> options);
  }

  public static TestService start(Path folder, UnaryOperator<ServeOptions> with) {
    return start(folder, new TestModels(() -> false), with);
  }

  public static TestService start(
      Path folder, ModelState models, UnaryOperator<ServeOptions> with) {
    SmallIndex.write(folder);
    return over(folder, models, with);
  }

  /// The same over an index that is there.
  static TestService over(Path folder, ModelState models, UnaryOperator<ServeOptions> with) {
    PaperIndex index = new LuceneStore(folder).open(PaperIndex.Check.NEWEST);
    Recommender recommender =
        new Recommender(
            index,
            () -> {
              throw new IllegalStateException("no model here");
            });
    ServeOptions options =
        with.apply(
            ServeOptions.at("127.0.0.1", 0, "test")
                .withRefreshEvery(Duration.ofMillis(20))
                .withLimits(TestModels.LIMITS));
    return new TestService(index, AkinServer.start(index, recommender, models, options));
  }

  /// A service with another recommender.
  static TestService of(PaperIndex index, Recommender recommender, Limits limits) {
    ServeOptions options = ServeOptions.at("127.0.0.1", 0, "test").withLimits(limits);
    return new TestService(
        index, AkinServer.start(index, recommender, new TestModels(() -> true), options));
  }

  AkinServer server() {
    return server;
  }

  public int port() {
    return server.port();
  }

  /// Asks for a path.
  ///
  /// @param headers names and values in turn
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers));
  }

  /// Posts JSON.
  ///
  /// @param headers names and values in turn
  public HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  public static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public void close() {
    server.close();
    client.close();
    index.close();
  }
}
