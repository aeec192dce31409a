package dev.akin.harvest;

import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The papers that a server gives out by OAI-PMH, page after page.
///
/// Opens connections to that server only, and to where it sends on. A page is of 64 MB at most; one
/// record too long or not well-formed costs no other. Not safe for use by many threads.
public final class Harvest implements AutoCloseable {
  /// How many pages without a record may follow each other.
  static final int MAX_EMPTY_PAGES = 20;

  private static final Duration PAGE_TIME = Duration.ofMinutes(10);

  private final HarvestRequest request;
  private final OaiHttp http;
  private final Consumer<Problem> problems;
  private @Nullable String token;
  private boolean ended;
  private int emptyPages;
  private final TokenCycle cycle = new TokenCycle();

  Harvest(
      HarvestRequest request,
      @Nullable String resumptionToken,
      Consumer<Problem> problems,
      OaiHttp http) {
    this.request = request;
    this.token = resumptionToken;
    this.problems = problems;
    this.http = http;
  }

  /// Opens no connection yet.
  ///
  /// @param resumptionToken of a page that was read before, to go on behind it; absent to begin
  /// @param problems is handed each record that is refused, in the order of the pages
  /// @param stopped asked again and again; once it says so, [#next] is null without delay
  public static Harvest open(
      HarvestRequest request,
      @Nullable String resumptionToken,
      Consumer<Problem> problems,
      BooleanSupplier stopped) {
    return new Harvest(
        request, resumptionToken, problems, new OaiHttp(Waiting.ASLEEP, PAGE_TIME, stopped));
  }

  /// The next page, or null at the end or when stopped. What a server cannot do now is asked for
  /// again, after as long as it says.
  ///
  /// @throws ExpiredTokenException if the server does not know the token any more
  /// @throws ReadException if the server, the network or the page fails; the same page can be asked
  ///   for again
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
    goOn(url, page);
    return page.page();
  }

  private void goOn(URI url, OaiPage read) {
    HarvestPage page = read.page();
    ended = page.token() == null;
    emptyPages = read.records() == 0 ? emptyPages + 1 : 0;
    if (page.token() != null && (page.token().equals(token) || cycle.closes(page.token()))) {
      throw ReadException.server(
          url.toString(), "the server goes in circles: it gives a resumption token again");
    }
    if (!ended && emptyPages > MAX_EMPTY_PAGES) {
      throw ReadException.server(
          url.toString(),
          "the server goes on without end: %s pages without a record".formatted(emptyPages));
    }
    token = page.token();
  }

  /// Lets go of all connections.
  @Override
  public void close() {
    http.close();
  }
}
