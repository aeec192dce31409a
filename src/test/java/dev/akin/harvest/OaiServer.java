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

/// A server on this machine that gives one answer after the other, and repeats the last one. It
/// answers `Identify`, `ListSets` and `ListIdentifiers` separately.
public final class OaiServer implements AutoCloseable {
  /// Answers a request.
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /// What it answers to `Identify`.
  public volatile Answer identify = identify("YYYY-MM-DD", "persistent");

  /// What it answers to `ListSets`.
  public volatile Answer sets = error("noSetHierarchy");

  /// What it answers to `ListIdentifiers`.
  public volatile Answer identifiers = error("noRecordsMatch");

  /// The queries that it received, in their order, but those with a separate answer.
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
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    Answer separate =
        query.contains("verb=Identify")
            ? identify
            : query.contains("verb=ListSets")
                ? sets
                : query.contains("verb=ListIdentifiers") ? identifiers : null;
    if (separate != null) {
      try (exchange) {
        separate.to(exchange);
      }
      return;
    }
    int index;
    synchronized (queries) {
      index = queries.size();
      queries.add(query);
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

  /// An answer to `Identify`.
  public static Answer identify(String granularity, String deletions) {
    return xml(
        """
        <Identify><repositoryName>Wool &amp; Knots</repositoryName>
        <earliestDatestamp>2030-01-01</earliestDatestamp><deletedRecord>%s</deletedRecord>
        <granularity>%s</granularity></Identify>\
        """
            .formatted(deletions, granularity));
  }

  /// An answer to `ListIdentifiers`.
  public static Answer headers(String... ids) {
    StringBuilder headers = new StringBuilder();
    for (String id : ids) {
      headers.append("<header><identifier>").append(id).append("</identifier></header>");
    }
    return xml("<ListIdentifiers>" + headers + "</ListIdentifiers>");
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

  /// A page that is not of OAI-PMH.
  public static Answer html(String page) {
    return body(page.getBytes(StandardCharsets.UTF_8));
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
    </record>\
    """
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
