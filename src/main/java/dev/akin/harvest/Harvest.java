package dev.akin.harvest;

import dev.akin.base.Printable;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the papers of a repository by OAI-PMH, page after page.
///
/// Opens connections only to that server, and to where it redirects. A page may have 64 MB. A
/// record that is too long or not well-formed is skipped, and costs no other. For one thread; close
/// it.
///
/// Written by hand, because xoai gives a whole page up at the first bad record and does not wait
/// when a server asks for it, and OCLC's harvester2 keeps each page in memory as a DOM document and
/// is no longer maintained.
public final class Harvest implements AutoCloseable {
  /// How many pages in a row may have no record.
  static final int MAX_EMPTY_PAGES = 20;

  private static final Duration PAGE_TIME = Duration.ofMinutes(10);

  private final HarvestRequest request;
  private final OaiHttp http;
  private final Consumer<Problem> problems;
  private @Nullable String token;
  private boolean ended;
  private int emptyPages;
  private final SeenTokens tokens = new SeenTokens();

  Harvest(
      HarvestRequest request,
      @Nullable String resumptionToken,
      Consumer<Problem> problems,
      OaiHttp http) {
    this.request = request;
    this.token = resumptionToken;
    this.problems = problems;
    this.http = http;
    if (resumptionToken != null) {
      tokens.add(resumptionToken);
    }
  }

  /// Prepares a harvest. No connection is opened yet.
  ///
  /// @param resumptionToken of a page that was read before, to continue after it; absent to start
  ///   at the first page
  /// @param problems called for each record that is skipped, in the order of the pages
  /// @param stopped called several times a second; once it returns true, [#next] returns null
  public static Harvest open(
      HarvestRequest request,
      @Nullable String resumptionToken,
      Consumer<Problem> problems,
      BooleanSupplier stopped) {
    return new Harvest(
        request, resumptionToken, problems, new OaiHttp(Waiting.ASLEEP, PAGE_TIME, stopped));
  }

  /// The next page, or null at the end or when stopped. If the server is busy, the request is
  /// repeated after the time that the server asks for.
  ///
  /// @throws ExpiredTokenException if the server no longer knows the token
  /// @throws ReadException if the server, the network or the page fails; the next call tries the
  ///   same page again
  public @Nullable HarvestPage next() {
    if (ended) {
      return null;
    }
    URI url = request.page(token);
    OaiPage page = http.get(url, body -> OaiPage.read(url, request.prefix(), body));
    if (page == null) {
      ended = true;
      return null;
    }
    page.problems().forEach(problems);
    proceed(url, page);
    return page.page();
  }

  private void proceed(URI url, OaiPage read) {
    HarvestPage page = read.page();
    ended = page.token() == null;
    emptyPages = read.records() == 0 ? emptyPages + 1 : 0;
    if (!ended && emptyPages > MAX_EMPTY_PAGES) {
      throw ReadException.server(
          url.toString(),
          "the server sent %s without a record in a row"
              .formatted(Printable.count(emptyPages, "page")));
    }
    if (page.token() != null && !tokens.add(page.token())) {
      throw ReadException.server(
          url.toString(), "the server goes in circles: it repeats a resumption token");
    }
    token = page.token();
  }

  /// Closes all connections.
  @Override
  public void close() {
    http.close();
  }
}
