package dev.akin.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A web site with another origin than akin. Close it.
public final class OtherSite implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  private record Page(int status, String type, String text, String policy) {}

  private OtherSite(HttpServer server) {
    this.server = server;
  }

  public static OtherSite start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      OtherSite site = new OtherSite(server);
      server.createContext("/", site::answer);
      site.put("/favicon.ico", 200, "image/x-icon", "");
      server.start();
      return site;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// Puts a page there.
  ///
  /// @param policy the page's Content-Security-Policy; empty for none
  /// @return its address
  public URI put(String html, String policy) {
    String path = "/page" + pages.size();
    pages.put(path, new Page(200, "text/html; charset=utf-8", html, policy));
    return URI.create(origin() + path);
  }

  /// Puts a file there.
  void put(String path, int status, String type, String text) {
    pages.put(path, new Page(status, type, text, ""));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Page page =
        pages.getOrDefault(
            exchange.getRequestURI().getPath(), new Page(404, "text/plain", "nothing", ""));
    byte[] body = page.text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", page.type);
    if (!page.policy.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Security-Policy", page.policy);
    }
    exchange.sendResponseHeaders(page.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
