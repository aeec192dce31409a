package dev.akin.harvest;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import dev.akin.paper.Holding;
import dev.akin.paper.PaperId;
import dev.akin.read.Problem;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.BadSourceException;
import dev.akin.read.record.Line;
import dev.akin.read.record.ReadException;
import dev.akin.read.xml.XmlNode;
import dev.akin.read.xml.XmlText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final int MAX_SETS = 20_000;

  private HarvestRequest request;
  private final OaiHttp http;
  private final Consumer<Problem> problems;
  private @Nullable String token;
  private boolean ended;
  private int emptyPages;
  private final SeenTokens tokens = new SeenTokens();
  private @Nullable Map<String, String> setNames;

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

  /// What the server says about itself, or null when stopped. From now on the dates of the request
  /// are as exact as the server wants them.
  ///
  /// @throws ReadException if the server or the network fails, or this is no server of OAI-PMH;
  ///   then the message says what to try
  public @Nullable Repository identify() {
    URI url = request.page(OaiAnswer.Verb.IDENTIFY, null);
    try {
      Repository repository = http.get(url, body -> Repository.read(url, body));
      if (repository != null) {
        request = request.in(repository.granularity());
      }
      return repository;
    } catch (UnreachableException e) {
      throw e;
    } catch (ReadException e) {
      throw new ReadException(
          AkinException.Kind.UNAVAILABLE,
          request.url().toString(),
          ("this is not the base URL of an OAI-PMH server (%s). Ask the repository for its base"
                  + " URL, or try %s with server/oai/request (DSpace), oai/request (older DSpace),"
                  + " cgi/oai2 (EPrints), index.php/index/oai (OJS) or oai after it")
              .formatted(
                  String.valueOf(e.getMessage()).replace(url + ": ", ""),
                  request.url().resolve("/")),
          e);
    }
  }

  /// Passes the ids of all papers that the server has now to `each`, whatever the set and the dates
  /// of the request are.
  ///
  /// @return false if stopped before the end
  /// @throws ReadException if the server, the network or a page fails, or a record cannot be read
  public boolean identifiers(Consumer<PaperId> each) {
    return list(
        OaiAnswer.Verb.LIST_IDENTIFIERS,
        header -> {
          if (!OaiRecord.isDeleted(header)) {
            each.accept(OaiRecord.idOf(header));
          }
        });
  }

  private interface Item {
    void take(XmlNode.Element item) throws BadRecordException;
  }

  private boolean list(OaiAnswer.Verb verb, Item each) {
    SeenTokens seenTokens = new SeenTokens();
    String next = null;
    do {
      URI url = request.page(verb, next);
      List<XmlNode.Element> items = new ArrayList<>();
      OaiAnswer answer =
          http.get(
              url,
              body -> {
                items.clear();
                return OaiAnswer.read(url, verb, body, (xml, item) -> items.add(parse(xml, item)));
              });
      if (answer == null) {
        return false;
      }
      try {
        for (XmlNode.Element item : items) {
          each.take(item);
        }
      } catch (BadRecordException e) {
        throw new ReadException(AkinException.Kind.MALFORMED, url.toString(), e.what(), e);
      }
      next = answer.token();
      if (next != null && !seenTokens.add(next)) {
        throw circle(url);
      }
    } while (next != null);
    return true;
  }

  private static XmlNode.Element parse(XmlText xml, Line item) throws IOException {
    try {
      return xml.parse(item);
    } catch (BadRecordException e) {
      throw BadSourceException.malformed(e.what());
    }
  }

  /// The names of the server's sets, by their names in requests. A server need not have any.
  private Map<String, String> setNames() {
    if (setNames == null) {
      Map<String, String> names = new HashMap<>();
      try {
        list(
            OaiAnswer.Verb.LIST_SETS,
            set -> {
              String name = MarkupText.of(set.text("setName"));
              if (names.size() >= MAX_SETS) {
                throw new BadRecordException("the server has too many sets");
              }
              if (!name.isEmpty()) {
                names.put(set.text("setSpec").strip(), name);
              }
            });
      } catch (ReadException _) {
        // Then papers keep the names that the sets have in requests.
      }
      setNames = names;
    }
    return setNames;
  }

  private HarvestedPaper named(HarvestedPaper harvested) {
    Holding holding = harvested.paper().holding();
    List<String> names =
        holding.collections().stream()
            .map(set -> setNames().getOrDefault(set, set))
            .distinct()
            .toList();
    return new HarvestedPaper(harvested.paper().held(holding.in(names)), harvested.origin());
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
    HarvestPage read = page.page();
    return new HarvestPage(
        read.papers().stream().map(this::named).toList(),
        read.deleted(),
        read.token(),
        read.responseDate());
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
      throw circle(url);
    }
    token = page.token();
  }

  private static ReadException circle(URI url) {
    return ReadException.server(
        url.toString(), "the server goes in circles: it repeats a resumption token");
  }

  /// Closes all connections.
  @Override
  public void close() {
    http.close();
  }
}
