package dev.akin.index.opensearch.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A host on this machine that answers as one of a cluster does: one answer after the other, and
/// the last one again and again.
final class FakeCluster implements AutoCloseable {
  /// Answers a request.
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /// The requests that it received, each with its body: `POST /a/_bulk {...}`.
  final List<String> requests = new CopyOnWriteArrayList<>();

  final List<String> authorizations = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Answer> answers;

  FakeCluster(Answer... answers) {
    this(null, answers);
  }

  FakeCluster(@Nullable SSLContext tls, Answer... answers) {
    this.answers = List.of(answers);
    try {
      InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      if (tls == null) {
        server = HttpServer.create(here, 0);
      } else {
        HttpsServer encrypted = HttpsServer.create(here, 0);
        encrypted.setHttpsConfigurator(new HttpsConfigurator(tls));
        server = encrypted;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int index;
    synchronized (requests) {
      index = requests.size();
      requests.add(
          (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    }
    try (exchange) {
      answers.get(Math.min(index, answers.size() - 1)).to(exchange);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  ClusterAddress address() {
    return ClusterAddress.parse("opensearch://127.0.0.1:" + port() + "/akin");
  }

  static Answer json(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return exchange -> {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  static Answer error(int status, String type, String reason) {
    return json(
        status,
        """
        {"error":{"root_cause":[{"type":"%s","reason":"%s"}],"type":"%s"},"status":%d}"""
            .formatted(type, reason, type, status));
  }

  /// Closes the connection instead of answering.
  static Answer broken() {
    return HttpExchange::close;
  }

  /// Answers only when its thread is stopped.
  static Answer never() {
    return after(Duration.ofDays(1), broken());
  }

  /// Answers late.
  static Answer after(Duration time, Answer answer) {
    return exchange -> {
      try {
        Thread.sleep(time);
        answer.to(exchange);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
