package dev.akin.harvest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on this machine that answers as Zotero's local API does, whatever the items are.
public final class ZoteroServer implements AutoCloseable {
  /// What it answers to every request instead, if it is not 200.
  public volatile int status = 200;

  /// The requests that it received, in their order.
  public final List<String> requests = new CopyOnWriteArrayList<>();

  private final Map<String, List<JsonNode>> lists = new ConcurrentHashMap<>();
  private final HttpServer server;

  public ZoteroServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  /// Puts a list at a path below the user's library.
  ///
  /// @param json an array
  public ZoteroServer with(String path, String json) {
    lists.put("/api/users/0" + path, JsonMapper.shared().readTree(json).valueStream().toList());
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI().toString());
    Map<String, String> query =
        Arrays.stream(exchange.getRequestURI().getQuery().split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (_, last) -> last));
    List<JsonNode> list = lists.get(exchange.getRequestURI().getPath());
    if (status != 200) {
      answer(exchange, status, "Local API is not enabled");
    } else if (!"3".equals(exchange.getRequestHeaders().getFirst("Zotero-API-Version"))) {
      answer(exchange, 501, "API version not implemented");
    } else if (list == null) {
      answer(exchange, 404, "No endpoint found");
    } else {
      exchange.getResponseHeaders().set("Total-Results", String.valueOf(list.size()));
      answer(
          exchange,
          200,
          list.stream()
              .skip(Integer.parseInt(query.get("start")))
              .limit(Integer.parseInt(query.get("limit")))
              .map(JsonNode::toString)
              .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.getResponseHeaders().set("Zotero-API-Version", "3");
    if (status / 100 == 3) {
      exchange.getResponseHeaders().set("Location", "http://elsewhere.example/api");
    }
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
