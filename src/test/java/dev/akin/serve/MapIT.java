package dev.akin.serve;

import static dev.akin.serve.TestService.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import dev.akin.Waiting;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.report.Placed;
import dev.akin.report.ReportMap;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The map of a report as a service shows it, and as a reader uses it in Chromium. All papers have
/// the same direction, so that the nearest ones are those with the first ids.
class MapIT {
  private static final String HOSTILE = "</script><script>alert(1)</script> \u202Eright";
  private static final String ODD = "doi:10.1/odd & <id>";
  private static final int PAPERS = 40;

  @TempDir private static Path folder;
  private static TestService service;

  @BeforeAll
  static void start() throws IOException {
    write(folder.resolve("index"), folder.resolve("report"));
    service = service(folder.resolve("index"), folder.resolve("report"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static TestService service(Path index, Path report) {
    ReportMap map = ReportMap.open(report);
    return TestService.over(index, new TestModels(() -> false), options -> options.withMap(map));
  }

  private static void write(Path index, Path report) throws IOException {
    List<Paper> papers =
        Stream.concat(
                IntStream.range(0, PAPERS - 1)
                    .mapToObj(
                        i -> paper("p%02d".formatted(i), "Number %d of its kind".formatted(i))),
                Stream.of(paper(ODD, HOSTILE)))
            .toList();
    Files.createDirectory(report);
    Placed.papers(
        index,
        papers,
        placed -> {
          placed.write(report);
          placed.writeData(report);
        });
  }

  private static Paper paper(String id, String title) {
    return new Paper(
        new PaperId(id),
        title,
        "",
        List.of("Author of " + id, "Bo Lee"),
        PublicationDate.parse("2020-05"),
        List.of(),
        "https://example.org/" + id.length(),
        null);
  }

  @Test
  void saysHowToGetAMap(@TempDir Path other) {
    try (TestService without = TestService.start(other)) {
      HttpResponse<String> page = without.get("/map");
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(header(page, "Content-Type")).startsWith("text/html");
      assertThat(page.body()).contains("this service has no map", "--report REPORT");
      assertThat(without.get("/map/map.js").statusCode()).isEqualTo(404);
      assertThat(without.get("/").body()).doesNotContain("/map");
    }
    assertThat(service.get("/").body()).contains("<a href=\"/map\">Map</a>");
  }

  @Test
  void isKeptAndLetsNothingElseRun() {
    HttpResponse<String> page = service.get("/map");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .doesNotContain("unsafe");
    assertThat(page.body())
        .contains("<title>Map of 40 papers in 2 topics · akin</title>", "build ")
        .doesNotContain("<style", "alert(1)</script>", "id=\"note\"");
    String tag = header(page, "ETag");
    assertThat(service.get("/map", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/map/report.json",
        "/map/map.html",
        "/map/map.svg",
        "/map/../report.json",
        "/map/..%2freport.json",
        "/map/%2e%2e/report/report.json",
        "/report.json"
      })
  void servesNoOtherFileOfTheReport(String path) throws IOException {
    try (Wire wire = Wire.to(service.port())) {
      assertThat(wire.ask(Wire.get(path)).status()).isIn(400, 404);
    }
  }

  @Test
  void leadsToThePageOfAPaper() {
    HttpResponse<String> page = service.get("/map/paper?id=doi%3A10.1%2Fodd+%26+%3Cid%3E");
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(header(page, "Location")).isEqualTo("/paper?id=doi%3A10.1%2Fodd+%26+%3Cid%3E");
    assertThat(service.get("/map/paper?id=%0A").statusCode()).isEqualTo(400);
  }

  @Test
  void saysThatTheIndexHasChanged(@TempDir Path other) throws IOException {
    Path index = other.resolve("index");
    write(index, other.resolve("report"));
    try (TestService changing = service(index, other.resolve("report"))) {
      assertThat(changing.get("/map").body()).doesNotContain("id=\"note\"");
      try (PaperIndexWriter writer = new LuceneStore(index).writer(List.of(Placed.PLANE))) {
        writer.upsert(paper("new", "Come later"), null);
        writer.commit();
      }
      Waiting.until(
          () -> changing.get("/map").body().contains("Since then the index has 1 more paper."));
      assertThat(changing.get("/map").body()).containsPattern("Map of \\d+ [A-Z][a-z]+ \\d{4}\\. ");
    }
  }

  private static URI address(String hash) {
    return URI.create("http://127.0.0.1:" + service.port() + "/map" + hash);
  }

  @Test
  void showsTheNearestPapersAsSteps() {
    try (Browser page = Browser.start()) {
      page.open(address("#paper=p05"), Window.light(1200, 800));
      page.until("document.querySelectorAll('.nearest li').length === 10");
      assertThat(page.text("#details h2")).isEqualTo("Number 5 of its kind");
      assertThat(page.text(".nearest li:first-child .facts")).contains("et al.", "2020");
      assertThat(page.number("near.length")).isEqualTo(10);
      String first = page.text(".nearest li:first-child .label");
      page.click(".nearest li:first-child button");
      page.until("document.querySelector('#details h2').textContent === '" + first + "'");
      page.until("document.querySelectorAll('.nearest li').length === 10");
      page.until("location.hash.includes('paper=')");
      assertThat(page.text("#details .back")).contains("Number 5 of its kind");
      page.until("Math.abs(view.x - xs[choice.paper] / 65535) < 0.01");
      page.click("#details .back");
      page.until("document.querySelector('#details h2').textContent === 'Number 5 of its kind'");
      assertThat(page.text("#details .back")).isEmpty();
      assertThat(page.evaluate("document.querySelector('#details .page').pathname"))
          .isEqualTo("/map/paper");
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void showsWhatIsInTitlesAsText() {
    try (Browser page = Browser.start()) {
      page.open(address("#paper=doi%3A10.1%2Fodd%20%26%20%3Cid%3E"), Window.light(1200, 800));
      page.until("document.querySelectorAll('.nearest li').length === 10");
      assertThat(page.text("#details h2")).isEqualTo(HOSTILE);
      page.click("#details .page");
      page.until("location.pathname !== '/map'");
      assertThat(page.text("h1")).isEqualTo(HOSTILE);
      page.click("a[href^='/map#']");
      page.until("location.pathname === '/map' && !details.hidden");
      assertThat(page.text("#details h2")).isEqualTo(HOSTILE);
      assertThat(page.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"360, light", "360, dark", "1440, light", "1440, dark"})
  void keepsNobodyFromUsingIt(int width, String scheme) {
    try (Browser page = Browser.start()) {
      page.open(address("#paper=p05"), new Window(width, 900, scheme.equals("dark"), true));
      page.until("document.querySelectorAll('.nearest li').length === 10");
      page.keepScreenshot("map-%d-%s".formatted(width, scheme));
      assertThat(page.axe()).isEmpty();
      assertThat(page.number("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(page.complaints()).isEmpty();
    }
  }
}
