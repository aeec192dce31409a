package dev.akin.harvest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server on this machine that gives one answer after the other, and repeats the last one.
public final class OaiServer implements AutoCloseable {
  /// Answers a request.
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /// The queries that it received, in their order.
  public final List<String> queries = new CopyOnWriteArrayList<>();

  final List<String> headers = new CopyOnWriteArrayList<>();

  private final List<Answer> answers;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public OaiServer(Answer... answers) {
    this.answers = List.of(answers);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    int index;
    synchronized (queries) {
      index = queries.size();
      queries.add(String.valueOf(exchange.getRequestURI().getRawQuery()));
      headers.add(exchange.getRequestHeaders().entrySet().toString());
    }
    try (exchange) {
      answers.get(Math.min(index, answers.size() - 1)).to(exchange);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/oai");
  }

  /// A page with these records.
  public static Answer page(String token, String... records) {
    String end = token.isEmpty() ? "" : "<resumptionToken>" + token + "</resumptionToken>";
    return xml("<ListRecords>" + String.join("\n", records) + end + "</ListRecords>");
  }

  public static Answer error(String code) {
    return xml("<error code=\"" + code + "\">So it <![CDATA[is]]>.</error>");
  }

  /// An answer with this content in the envelope of OAI-PMH.
  public static Answer xml(String content) {
    return body(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <responseDate>2031-05-17T10:00:00Z</responseDate>
        <request verb="ListRecords">http://wool.example.org/oai</request>
        %s
        </OAI-PMH>
        """
            .formatted(content)
            .getBytes(StandardCharsets.UTF_8));
  }

  static Answer body(byte[] bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  public static Answer status(int status, String... header) {
    return exchange -> {
      if (header.length == 2) {
        exchange.getResponseHeaders().add(header[0], header[1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /// A record in Dublin Core with a title.
  public static String dc(String id, String values) {
    return """
        <record><header><identifier>%s</identifier><datestamp>2031-05-17</datestamp></header>
        <metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
          xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title>%s</oai_dc:dc></metadata>
        </record>"""
        .formatted(id, values);
  }

  public static String deleted(String id) {
    return "<record><header status=\"deleted\"><identifier>"
        + id
        + "</identifier><datestamp>2031-05-17</datestamp></header></record>";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
