package dev.akin.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Waiting;
import dev.akin.base.AkinException;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OaiHarvestIT {
  private static final Duration PAGE_TIME = Duration.ofSeconds(30);

  private final List<Duration> waits = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private Harvest harvest(HarvestRequest request, @Nullable String token, BooleanSupplier stopped) {
    OaiHttp http = new OaiHttp((time, _) -> waits.add(time), PAGE_TIME, stopped);
    return new Harvest(request, token, problems::add, http);
  }

  private static HarvestRequest request(OaiServer server, String prefix) {
    return new HarvestRequest(server.url(), null, prefix, null, null);
  }

  private List<HarvestPage> all(OaiServer server, String prefix) {
    List<HarvestPage> pages = new ArrayList<>();
    try (Harvest harvest = harvest(request(server, prefix), null, () -> false)) {
      for (HarvestPage page = harvest.next(); page != null; page = harvest.next()) {
        pages.add(page);
      }
      assertThat(harvest.next()).isNull();
    }
    return pages;
  }

  private List<String> ids(OaiServer server) {
    return all(server, HarvestRequest.OAI_DC).stream()
        .flatMap(page -> page.papers().stream())
        .map(harvested -> harvested.paper().id().value())
        .toList();
  }

  private ReadException failure(OaiServer.Answer... answers) {
    try (OaiServer server = new OaiServer(answers)) {
      List<ReadException> failures = new ArrayList<>();
      assertThatThrownBy(() -> ids(server))
          .isInstanceOfSatisfying(ReadException.class, failures::add)
          .hasMessageStartingWith(server.url() + "?verb=ListRecords&");
      return failures.getFirst();
    }
  }

  @Test
  void asksForWhatIsWantedAndThenForTheTokenAlone() {
    try (OaiServer server =
        new OaiServer(
            OaiServer.page(" a b&amp;c|d ", OaiServer.dc("oai:x:1", "")),
            OaiServer.page("", OaiServer.dc("oai:x:2", "")))) {
      HarvestRequest request =
          new HarvestRequest(server.url(), "cs:cs:CL", "oai_dc", "2031-05-01", "2031-05-17");
      try (Harvest harvest = harvest(request, null, () -> false)) {
        HarvestPage first = Objects.requireNonNull(harvest.next());
        assertThat(first.token()).isEqualTo("a b&c|d");
        assertThat(first.responseDate()).isEqualTo("2031-05-17T10:00:00Z");
        HarvestPage last = Objects.requireNonNull(harvest.next());
        assertThat(last.token()).isNull();
        assertThat(harvest.next()).isNull();
      }
      assertThat(server.queries)
          .containsExactly(
              "verb=ListRecords&metadataPrefix=oai_dc&set=cs%3Acs%3ACL"
                  + "&from=2031-05-01&until=2031-05-17",
              "verb=ListRecords&resumptionToken=a%20b%26c%7Cd");
      assertThat(server.headers)
          .allMatch(headers -> headers.matches("(?s).*User-agent=\\[akin\\].*"));
      assertThat(server.headers).noneMatch(headers -> headers.contains("Cookie"));
    }
  }

  @Test
  void continuesAfterATokenThatItIsGiven() {
    try (OaiServer server = new OaiServer(OaiServer.page("", OaiServer.dc("oai:x:2", "")));
        Harvest harvest = harvest(request(server, "oai_dc"), "t1", () -> false)) {
      assertThat(harvest.next()).isNotNull();
      assertThat(harvest.next()).isNull();
      assertThat(server.queries).containsExactly("verb=ListRecords&resumptionToken=t1");
    }
  }

  @Test
  void readsDublinCore() {
    String values =
        """
        <dc:title>Another title</dc:title>
        <dc:creator>Löffler, Anna Maria</dc:creator><dc:creator>Knots and Sons</dc:creator>
        <dc:subject>Wool -- Felt</dc:subject><dc:subject>Wool -- Felt</dc:subject>
        <dc:description>Comment: 12 pages, with figures that are longer than the abstract, and a long remark</dc:description>
        <dc:description>We knit, slowly &amp; in quadratic time, $O(n^2)$.</dc:description>
        <dc:description>Peer reviewed</dc:description>
        <dc:date>2031</dc:date><dc:date>2030-05-17T10:00:00Z</dc:date><dc:date>2030</dc:date>
        <dc:type>text</dc:type><dc:language>de</dc:language>
        <dc:identifier>doi:10.5555/wool.1</dc:identifier>
        <dc:identifier>https://doi.org/10.5555/wool.1</dc:identifier>
        <dc:identifier>https://wool.example.org/1</dc:identifier>
        """;
    try (OaiServer server = new OaiServer(OaiServer.page("", OaiServer.dc("oai:wool:1", values)))) {
      HarvestedPaper harvested = all(server, "oai_dc").getFirst().papers().getFirst();
      assertThat(harvested.paper())
          .isEqualTo(
              new Paper(
                      new PaperId("oai:wool:1"),
                      "T",
                      "We knit, slowly & in quadratic time, $O(n^2)$.",
                      List.of("Anna Maria Löffler", "Knots and Sons"),
                      new PublicationDate(2030, 5, 17),
                      List.of("Wool -- Felt"),
                      "https://wool.example.org/1",
                      "10.5555/wool.1")
                  .withPlain("T", "We knit, slowly & in quadratic time, O(n²)."));
      assertThat(harvested.origin().problem("too short").toString())
          .isEqualTo(server.url() + "?verb=ListRecords&metadataPrefix=oai_dc:6: too short");
    }
  }

  @Test
  void readsArxivAndGivesDeletedPapersTheSameId() {
    String record =
        """
        <record><header><identifier>oai:arXiv.org:2031.01234</identifier></header><metadata>
        <arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2031.01234</id><created>2031-05-17</created>
        <updated>2031-06-01</updated><authors><author><keyname>Löffler</keyname>
        <forenames>Anna Maria</forenames></author><author><keyname>King</keyname>
        <forenames>Otis</forenames><suffix>Jr.</suffix></author><author><keyname>Wendelin</keyname>
        </author></authors><title>On
          Knots</title><categories>cs.CL math.CO</categories><doi>10.5555/a 10.5555/b</doi>
        <abstract>  We knit. </abstract></arXiv></metadata></record>\
        """;
    try (OaiServer server =
        new OaiServer(
            OaiServer.page(
                "",
                record,
                OaiServer.deleted("oai:arXiv.org:cs/0112017"),
                OaiServer.dc("x", "")))) {
      HarvestPage page = all(server, "arXiv").getFirst();
      assertThat(page.papers().getFirst().paper())
          .isEqualTo(
              new Paper(
                      new PaperId("2031.01234"),
                      "On Knots",
                      "We knit.",
                      List.of("Anna Maria Löffler", "Otis King Jr.", "Wendelin"),
                      new PublicationDate(2031, 5, 17),
                      List.of("cs.CL", "math.CO"),
                      "https://arxiv.org/abs/2031.01234",
                      "10.5555/a")
                  .held(new Holding("", List.of(), Holding.AccessRight.OPEN, null)));
      assertThat(page.deleted()).containsExactly(new PaperId("cs/0112017"));
      assertThat(problems)
          .extracting(Problem::what)
          .containsExactly("x: metadata in the form arXiv is missing");
    }
  }

  @Test
  void namesABadRecordAndTakesTheOthers() {
    try (OaiServer server =
        new OaiServer(
            OaiServer.page(
                "",
                OaiServer.dc("oai:x:1", ""),
                OaiServer.dc("", ""),
                OaiServer.dc("oai:x:3", "<dc:description a=b>No</dc:description>"),
                OaiServer.dc("oai:x:4", "").replace("<dc:title>T</dc:title>", ""),
                OaiServer.dc("oai:x:5", "<dc:x>" + "x".repeat(1 << 20) + "</dc:x>"),
                OaiServer.dc("oai:x:6", "<x>".repeat(99) + "</x>".repeat(99)),
                "<record/>",
                OaiServer.dc("oai:x:8", "")))) {
      assertThat(ids(server)).containsExactly("oai:x:1", "oai:x:8");
      assertThat(problems)
          .extracting(Problem::what)
          .satisfiesExactly(
              what -> assertThat(what).isEqualTo("id is empty"),
              what -> assertThat(what).startsWith("oai:x:3: not well-formed XML in line 16: "),
              what -> assertThat(what).isEqualTo("oai:x:4: title is missing"),
              what -> assertThat(what).startsWith("record of 1,048,"),
              what -> assertThat(what).endsWith("elements nested deeper than 64 levels"),
              what -> assertThat(what).isEqualTo("header is missing"));
      assertThat(problems.getFirst().file()).startsWith(server.url().toString());
    }
  }

  @Test
  void isEmptyWhereNoRecordsMatch() {
    try (OaiServer server = new OaiServer(OaiServer.error("noRecordsMatch"))) {
      List<HarvestPage> pages = all(server, "oai_dc");
      assertThat(pages).hasSize(1);
      assertThat(pages.getFirst().papers()).isEmpty();
      assertThat(pages.getFirst().token()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "badResumptionToken,true",
    "cannotDisseminateFormat,false",
    "badArgument,false",
    "noSetHierarchy,false",
  })
  void distinguishesAnUnknownTokenFromOtherErrors(String code, boolean isToken) {
    ReadException failure = failure(OaiServer.error(code));
    assertThat(failure.kind()).isEqualTo(AkinException.Kind.UNAVAILABLE);
    assertThat(failure instanceof ExpiredTokenException).isEqualTo(isToken);
    assertThat(failure).hasMessageEndingWith("the server answers with " + code + ": \"So it is.\"");
    assertThat(waits).isEmpty();
  }

  @Test
  void waitsAsLongAsABusyServerSays() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(600).atOffset(ZoneOffset.UTC));
    try (OaiServer server =
        new OaiServer(
            OaiServer.status(503, "Retry-After", "20"),
            OaiServer.status(503, "Retry-After", date),
            OaiServer.status(429),
            OaiServer.status(503, "Retry-After", "soon"),
            OaiServer.status(503, "Retry-After", "999999999"),
            OaiServer.status(503, "Retry-After", "0"),
            OaiServer.page("", OaiServer.dc("oai:x:1", "")))) {
      assertThat(ids(server)).containsExactly("oai:x:1");
      assertThat(waits.get(1)).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
      waits.remove(1);
      assertThat(waits).extracting(Duration::toSeconds).containsExactly(20L, 30L, 30L, 3600L, 1L);
      assertThat(server.queries).hasSize(7).containsOnly(server.queries.getFirst());
    }
  }

  @Test
  void givesUpOnAServerThatStaysBusy() {
    ReadException failure = failure(OaiServer.status(503, "Retry-After", "3600"));
    assertThat(failure)
        .hasMessageEndingWith("the server answers with HTTP 503, after several tries");
    assertThat(failure.kind()).isEqualTo(AkinException.Kind.UNAVAILABLE);
    assertThat(waits).hasSize(6);
  }

  @Test
  void triesAgainAfterAFailureThatMayPass() {
    try (OaiServer server =
        new OaiServer(
            OaiServer.status(500),
            cut("<OAI-PMH><ListRecords>" + OaiServer.dc("oai:x:1", "") + "<record/>"),
            OaiServer.status(504),
            OaiServer.page("", OaiServer.dc("oai:x:1", "")))) {
      assertThat(ids(server)).containsExactly("oai:x:1");
      assertThat(problems).isEmpty();
      assertThat(waits).extracting(Duration::toSeconds).containsExactly(2L, 8L, 32L);
    }
  }

  /// An answer whose announced length is more than its real one.
  private static OaiServer.Answer cut(String text) {
    return exchange -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length + 1000L);
      OutputStream out = exchange.getResponseBody();
      out.write(bytes);
      out.flush();
    };
  }

  @Test
  void givesUpAfterSeveralFailuresAndCanBeAskedAgain() {
    try (OaiServer server =
            new OaiServer(
                OaiServer.status(502),
                OaiServer.status(502),
                OaiServer.status(502),
                OaiServer.status(502),
                OaiServer.page("", OaiServer.dc("oai:x:1", "")));
        Harvest harvest = harvest(request(server, "oai_dc"), null, () -> false)) {
      assertThatThrownBy(harvest::next)
          .isInstanceOf(ReadException.class)
          .hasMessageEndingWith("the server answers with HTTP 502, after several tries");
      assertThat(harvest.next()).isNotNull();
    }
  }

  @Test
  void doesNotTryAgainWhenThatIsUseless() {
    assertThat(failure(OaiServer.status(404))).hasMessageEndingWith("HTTP 404");
    assertThat(failure(OaiServer.status(302, "Location", "file:///etc/hostname")))
        .hasMessageContaining("HTTP 302 and redirects to \"file:///etc/hostname\"");
    assertThat(waits).isEmpty();
  }

  @Test
  void followsRedirects() {
    try (OaiServer target = new OaiServer(OaiServer.page("", OaiServer.dc("oai:x:1", "")));
        OaiServer server =
            new OaiServer(OaiServer.status(301, "Location", target.url().toString()))) {
      assertThat(ids(server)).containsExactly("oai:x:1");
    }
  }

  @Test
  void noticesThatAServerGoesInCircles() {
    String record = OaiServer.dc("oai:x:1", "");
    assertThat(failure(OaiServer.page("a", record)))
        .hasMessageContaining("repeats a resumption token");
    try (OaiServer server = new OaiServer(new Round("abc"))) {
      assertThatThrownBy(() -> ids(server)).hasMessageContaining("repeats a resumption token");
      assertThat(server.queries).hasSize(4);
    }
    try (OaiServer server = new OaiServer(new Round("abcdefghijklmnopqrstuvwxyz", ""))) {
      assertThatThrownBy(() -> ids(server)).hasMessageContaining("21 pages without a record");
    }
  }

  /// Pages with one token after the other, again and again.
  private static final class Round implements OaiServer.Answer {
    private final String tokens;
    private final String[] records;
    private int next;

    Round(String tokens, String... records) {
      this.tokens = tokens;
      this.records = records.length == 0 ? new String[] {OaiServer.dc("oai:x:1", "")} : records;
    }

    @Override
    public void to(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
      String token = tokens.substring(next % tokens.length(), next % tokens.length() + 1);
      next++;
      OaiServer.page(token, records).to(exchange);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<OAI-PMH>NL<ListRecords><record></ListRecords>|MALFORMED|not well-formed XML in line 2 (",
        "<OAI-PMH><ListRecords>|MALFORMED|not well-formed XML in line 1 (it ends early",
        "<OAI-PMH><ListRecords><resumptionToken>&x;</resumptionToken></ListRecords></OAI-PMH>|MALFORMED|resumptionToken"
            + " cannot be read: ",
        "<OAI-PMH></OAI-PMH>|UNAVAILABLE|has no records and does not say why",
        "<html></html>|MALFORMED|begins with <html>, not with <OAI-PMH>",
        "``|MALFORMED|not well-formed XML",
      })
  void namesThePageThatIsNoAnswer(String body, AkinException.Kind kind, String what) {
    String text = body.replace("NL", "\n");
    ReadException failure = failure(OaiServer.body(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContaining(what);
  }

  @Test
  void loadsNothingThatAPageNames() throws IOException {
    int cases = 0;
    try (ServerSocket other = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + other.getLocalPort() + "/x";
      String page = "<OAI-PMH><ListRecords>%s</ListRecords></OAI-PMH>";
      for (String subset :
          List.of(
              "[<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;&a;\">]",
              "[<!ENTITY x SYSTEM \"" + url + "\">]",
              "[<!ENTITY x SYSTEM \"file:///etc/hostname\">]",
              "[<!ENTITY % x SYSTEM \"" + url + "\"> %x;]",
              "SYSTEM \"" + url + "\" []")) {
        String text =
            "<!DOCTYPE OAI-PMH " + subset + ">" + page.formatted(OaiServer.dc("1", "&x;"));
        assertThat(failure(OaiServer.body(text.getBytes(StandardCharsets.UTF_8))))
            .hasMessageContaining("a DOCTYPE with declarations in line 1");
        cases++;
      }
      byte[] named =
          ("<!DOCTYPE OAI-PMH SYSTEM \"" + url + "\">" + page.formatted(OaiServer.dc("1", "")))
              .getBytes(StandardCharsets.UTF_8);
      try (OaiServer server = new OaiServer(OaiServer.body(named))) {
        assertThat(ids(server)).containsExactly("1");
        cases++;
      }
      other.setSoTimeout(100);
      assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
    }
    System.out.println("OaiHarvestIT: " + cases + " hostile pages, no connection");
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void stopsReadingAPageThatIsTooLarge(boolean gzip) {
    byte[] megabyte = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    OaiServer.Answer endless =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          out = gzip ? new java.util.zip.GZIPOutputStream(out) : out;
          out.write("<OAI-PMH>".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 1000; i++) {
            out.write(megabyte);
          }
        };
    ReadException failure = failure(endless);
    assertThat(failure).hasMessageEndingWith("is longer than 67,108,864 bytes");
    assertThat(waits).isEmpty();
  }

  @Test
  void doesNotWaitForAServerThatSaysNothingMore() {
    AtomicBoolean silent = new AtomicBoolean(true);
    OaiServer.Answer answer =
        exchange -> {
          if (silent.getAndSet(false)) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<OAI-PMH>".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            saysNothing();
          } else {
            OaiServer.page("", OaiServer.dc("oai:x:1", "")).to(exchange);
          }
        };
    try (OaiServer server = new OaiServer(answer)) {
      OaiHttp http = new OaiHttp((time, _) -> waits.add(time), Duration.ofSeconds(1), () -> false);
      try (Harvest harvest = new Harvest(request(server, "oai_dc"), null, problems::add, http)) {
        assertThat(harvest.next()).isNotNull();
        assertThat(waits).hasSize(1);
      }
    }
  }

  /// Says nothing until the server is closed.
  private static void saysNothing() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void stopsWhileItWaitsAndWhileAServerIsSilent() {
    for (OaiServer.Answer answer :
        List.<OaiServer.Answer>of(
            OaiServer.status(503, "Retry-After", "3000"), _ -> saysNothing())) {
      AtomicBoolean stopped = new AtomicBoolean();
      try (OaiServer server = new OaiServer(answer);
          Harvest harvest =
              Harvest.open(request(server, "oai_dc"), null, problems::add, stopped::get)) {
        Thread.ofVirtual()
            .start(
                () -> {
                  Waiting.until(() -> !server.queries.isEmpty());
                  stopped.set(true);
                });
        assertThat(harvest.next()).isNull();
        assertThat(harvest.next()).isNull();
        assertThat(server.queries).hasSize(1);
      }
    }
  }

  @Test
  void asksForNothingOnceStopped() {
    try (OaiServer server = new OaiServer(OaiServer.page("", OaiServer.dc("oai:x:1", "")));
        Harvest harvest = harvest(request(server, "oai_dc"), null, () -> true)) {
      assertThat(harvest.next()).isNull();
      assertThat(server.queries).isEmpty();
    }
  }

  @Test
  void saysThatNobodyAnswers() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    HarvestRequest request =
        new HarvestRequest(
            java.net.URI.create("http://127.0.0.1:" + port + "/"), null, "oai_dc", null, null);
    try (Harvest harvest = harvest(request, null, () -> false)) {
      assertThatThrownBy(harvest::next)
          .isInstanceOfSatisfying(
              ReadException.class,
              e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.UNAVAILABLE))
          .hasMessageContaining("cannot be reached: nothing answers there, after several tries");
      assertThat(waits).hasSize(3);
    }
  }

  @Test
  void saysWhyAServerCannotBeReached() {
    ConnectException unresolved = new ConnectException();
    unresolved.initCause(new ConnectException().initCause(new UnresolvedAddressException()));
    assertThat(OaiHttp.reason(unresolved)).isEqualTo("there is no such host");
    assertThat(OaiHttp.reason(new ConnectException("the network is down")))
        .isEqualTo("the network is down");
  }
}
