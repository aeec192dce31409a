package dev.akin.harvest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on this machine that gives one answer after the other, and repeats the last one; or the
/// files of a folder, as a hub does.
public final class HubServer implements AutoCloseable {
  static final String COMMIT = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";

  /// Answers a request.
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /// The requests: path, and after it the headers `Range` and `Authorization` if they were sent.
  public final List<String> requests = new CopyOnWriteArrayList<>();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  HubServer(Answer... answers) {
    this(List.of(answers).isEmpty() ? List.of(status(404)) : List.copyOf(Arrays.asList(answers)));
  }

  private HubServer(List<Answer> answers) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          int index;
          synchronized (requests) {
            index = Math.min(requests.size(), answers.size() - 1);
            requests.add(described(exchange));
          }
          try (exchange) {
            answers.get(index).to(exchange);
          }
        });
    server.start();
  }

  /// A hub with the files of a folder, whatever model is asked for.
  public static HubServer of(Path folder) {
    return new HubServer(
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          Path file = folder.resolve(path.replaceFirst("^/[^/]+/[^/]+/resolve/[^/]+/", ""));
          exchange.getResponseHeaders().add("X-Repo-Commit", COMMIT);
          (Files.isRegularFile(file) ? whole(Files.readAllBytes(file), "v1") : status(404))
              .to(exchange);
        });
  }

  private static String described(HttpExchange exchange) {
    StringBuilder request = new StringBuilder(exchange.getRequestURI().getRawPath());
    for (String header : List.of("Range", "Authorization")) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.append(' ').append(value);
      }
    }
    return request.toString();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// The same server by another name.
  URI otherName() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  static Answer status(int status, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /// A file of a version.
  static Answer whole(String content, String version, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      whole(content.getBytes(StandardCharsets.UTF_8), version).to(exchange);
    };
  }

  private static Answer whole(byte[] content, String version) {
    return exchange -> {
      exchange.getResponseHeaders().add("ETag", '"' + version + '"');
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    };
  }

  /// The first `sent` bytes of a file; then the connection breaks.
  static Answer broken(String content, int sent, String version) {
    return exchange -> {
      exchange.getResponseHeaders().add("ETag", '"' + version + '"');
      exchange.sendResponseHeaders(200, content.length());
      exchange.getResponseBody().write(content.substring(0, sent).getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    };
  }

  /// The part of a file that the request asks for.
  static Answer rest(String content, String version) {
    return exchange -> {
      String range = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Range"));
      int from = Integer.parseInt(range.replaceAll("\\D", ""));
      exchange.getResponseHeaders().add("ETag", '"' + version + '"');
      exchange
          .getResponseHeaders()
          .add(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, content.length() - 1, content.length()));
      byte[] rest = content.substring(from).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(206, rest.length);
      exchange.getResponseBody().write(rest);
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
