package dev.akin.harvest;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.read.PaperFormat;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The own library of a Zotero that runs on this machine, as its local API tells it
/// (`/api/users/0`, the same as the Web API in version 3).
///
/// Opens connections to this machine only, and follows no redirects. Attachments and notes are no
/// entries.
public final class ZoteroLibrary {
  /// Where Zotero answers unless it is told otherwise.
  public static final String USUAL = "http://127.0.0.1:23119";

  /// How many items are asked for at once.
  static final int PAGE = 500;

  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

  /// Zotero answers only once its library is loaded.
  private static final Duration TIME = Duration.ofMinutes(2);

  private static final int MAX_BYTES = 64 << 20;

  private final String url;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIME)
          .build();

  private ZoteroLibrary(String url) {
    this.url = url;
  }

  /// The library of a Zotero. No connection is opened yet.
  ///
  /// @param url such as [#USUAL]
  /// @throws IllegalArgumentException if it is not an `http` address of this machine
  public static ZoteroLibrary at(String url) {
    URI uri = URI.create(url);
    if (!"http".equals(uri.getScheme())
        || !HERE.contains(String.valueOf(uri.getHost()))
        || !uri.getRawPath().matches("/?")) {
      throw new IllegalArgumentException(
          "%s is not an address of a Zotero on this machine, such as %s".formatted(url, USUAL));
    }
    return new ZoteroLibrary(url.replaceFirst("/$", ""));
  }

  /// The entries of a collection and of those inside it, or of the whole library. An item that is
  /// in several of them is one entry.
  ///
  /// @param collection its name, or its path such as `Thesis/Methods`; absent for the library
  /// @param max so many are read, and perhaps a few more
  /// @param problems called for each item that cannot be read
  /// @throws ReadException if Zotero does not answer, or has no such collection or no entries; the
  ///   message says what to do
  public List<Paper> entries(@Nullable String collection, int max, Consumer<Problem> problems) {
    Set<Paper> entries = new LinkedHashSet<>();
    for (String path : paths(collection)) {
      long total = 1;
      for (int start = 0; start < total && entries.size() < max; start += PAGE) {
        Listing page =
            page(
                path + "/items/top",
                "format=csljson&itemType=-attachment&itemType=-note&sort=dateAdded&direction=asc",
                start);
        total = page.total;
        read(page, entries, problems);
      }
    }
    if (entries.isEmpty()) {
      throw ReadException.missing(
          url, collection == null ? "the library is empty" : "the collection is empty");
    }
    return List.copyOf(entries);
  }

  private List<String> paths(@Nullable String collection) {
    return collection == null
        ? List.of("")
        : new ZoteroCollections(url, collections())
            .keysOf(collection).stream().map(key -> "/collections/" + key).toList();
  }

  private List<JsonNode> collections() {
    List<JsonNode> all = new ArrayList<>();
    long total = 1;
    for (int start = 0; start < total; start += PAGE) {
      Listing page = page("/collections", "format=json", start);
      total = page.total;
      try {
        JsonMapper.shared().readTree(page.json).forEach(all::add);
      } catch (JacksonException e) {
        throw new ReadException(
            AkinException.Kind.MALFORMED, url, "the list of collections is not JSON", e);
      }
    }
    return all;
  }

  private void read(Listing page, Set<Paper> entries, Consumer<Problem> problems) {
    PaperSource source =
        PaperSource.of(url, new ByteArrayInputStream(page.json.getBytes(StandardCharsets.UTF_8)));
    ReadOptions options = new ReadOptions(PaperFormat.CSL_JSON, null);
    try (PaperReader reader = PaperReader.open(source, options, problems)) {
      for (Paper entry = reader.next(); entry != null; entry = reader.next()) {
        entries.add(entry);
      }
    }
  }

  /// @param total how many there are on all pages
  private record Listing(String json, long total) {}

  private Listing page(String path, String query, int start) {
    URI page =
        URI.create(
            "%s/api/users/0%s?%s&start=%d&limit=%d".formatted(url, path, query, start, PAGE));
    HttpRequest request =
        HttpRequest.newBuilder(page)
            .timeout(TIME)
            .header("User-Agent", "akin")
            .header("Zotero-API-Version", "3")
            .build();
    try {
      return read(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new ReadException(
          AkinException.Kind.UNAVAILABLE,
          url,
          "Zotero does not answer. Start Zotero 7 or newer on this machine, and try again",
          e);
    } catch (IOException e) {
      throw new ReadException(
          AkinException.Kind.UNAVAILABLE,
          url,
          "Zotero's answer cannot be read: " + AkinException.reason(e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReadException(AkinException.Kind.UNAVAILABLE, url, "interrupted", e);
    }
  }

  private Listing read(HttpResponse<InputStream> response) throws IOException {
    try (InputStream in = response.body()) {
      return switch (response.statusCode()) {
        case 200 -> new Listing(body(in), total(response));
        case 403 ->
            throw ReadException.server(
                url,
                "Zotero does not talk to other programs. In Zotero, open Settings > Advanced and"
                    + " choose “Allow other applications on this computer to communicate with"
                    + " Zotero”");
        case 404 ->
            throw ReadException.server(
                url, "this is no Zotero with a local API, which Zotero has from version 7 on");
        default ->
            throw ReadException.server(url, "Zotero answers with HTTP " + response.statusCode());
      };
    }
  }

  private String body(InputStream in) throws IOException {
    byte[] body = in.readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw ReadException.server(
          url, "an answer is larger than " + Printable.count(MAX_BYTES) + " bytes");
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private long total(HttpResponse<?> response) {
    try {
      return response.headers().firstValueAsLong("Total-Results").orElse(0);
    } catch (NumberFormatException e) {
      throw new ReadException(
          AkinException.Kind.UNAVAILABLE, url, "Zotero does not say how many items it has", e);
    }
  }
}
