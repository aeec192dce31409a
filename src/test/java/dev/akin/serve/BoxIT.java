package dev.akin.serve;

import static dev.akin.serve.TestService.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.serve.guard.Access;
import dev.akin.serve.monitor.BoxCounts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What sites and robots get that show or read related papers.
class BoxIT {
  private static final String SITE = "https://repository.example";

  @TempDir private static Path folder;
  private static TestService service;

  @BeforeAll
  static void start() {
    Access access = new Access(List.of(), 0, List.of("127.0.0.1"), List.of(SITE));
    service = TestService.start(folder, options -> options.withAccess(access));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void isAModuleForAllowedSites() {
    HttpResponse<String> script = service.get("/akin-related.js", "Origin", SITE);
    assertThat(header(script, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(script, "Access-Control-Allow-Origin")).isEqualTo(SITE);
    assertThat(script.body())
        .contains("import.meta.url", "customElements.define('akin-related'")
        .doesNotContain("innerHTML", "document.cookie", "localStorage", "eval(", "style=");
    HttpResponse<String> other = service.get("/akin-related.js", "Origin", "https://other.example");
    assertThat(header(other, "Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/related?id=east",
        "/v1/papers/east/related",
        "/v1/related?id=east&format=fragment",
        "/akin-related.js"
      })
  void mayBeShownForAWhileWithoutAskingAgain(String path) {
    HttpResponse<String> answer = service.get(path);
    assertThat(header(answer, "Cache-Control"))
        .isEqualTo("public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/related?id=east&format=html",
        "/v1/related?id=east&format=atom",
        "/v1/search?q=trees&mode=lexical",
        "/v1/papers",
        "/v1/paper?id=east"
      })
  void allOtherAnswersAreAskedForAgain(String path) {
    assertThat(header(service.get(path), "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void nobodyKeepsWhatWasPostedOrHasATextInItsAddress() {
    HttpResponse<String> posted =
        service.post("/v1/related", "{\"positives\":[{\"id\":\"east\"}]}");
    assertThat(posted.statusCode()).isEqualTo(200);
    assertThat(header(posted, "Cache-Control")).isEmpty();
    HttpResponse<String> text = service.get("/v1/related?text=cold+wind&id=east&mode=lexical");
    assertThat(text.statusCode()).isEqualTo(200);
    assertThat(header(text, "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void aSharedCacheKeepsNothingThatNeedsAKey(@TempDir Path other) {
    String key = "a-key-of-16-characters";
    Access access = new Access(List.of(key), 0, List.of(), List.of());
    try (TestService keyed = TestService.start(other, options -> options.withAccess(access))) {
      HttpResponse<String> answer = keyed.get("/v1/related?id=east", "X-API-Key", key);
      assertThat(header(answer, "Cache-Control")).startsWith("private, max-age=300");
    }
  }

  @Test
  void isAskedForAgainIfTheServiceWantsThat(@TempDir Path other) {
    try (TestService strict =
        TestService.start(other, options -> options.withMaxAge(Duration.ZERO))) {
      HttpResponse<String> answer = strict.get("/v1/related?id=east");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    }
  }

  @Test
  void isAListInHtmlForSitesWithoutScripts() {
    HttpResponse<String> answer =
        service.get("/v1/related?id=east&floor=0&mode=semantic&format=fragment");
    assertThat(header(answer, "Content-Type")).startsWith("text/html");
    Document page = Jsoup.parseBodyFragment(answer.body());
    assertThat(page.body().children()).hasSize(1);
    assertThat(page.select("section.akin-related > ul > li").eachText())
        .first()
        .asString()
        .isEqualTo("Trees facing a cold wind 2022 · Ada northeast");
    assertThat(page.select("li").size()).isEqualTo(3);
  }

  @Test
  void isNothingWhereThereIsNothing() {
    HttpResponse<String> answer =
        service.get("/v1/related?id=east&from=1900&to=1901&format=fragment");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void isTextWhateverTheTitlesSay(@TempDir Path other) {
    HostilePapers.write(other);
    try (TestService hostile = TestService.over(other, new TestModels(() -> true), o -> o)) {
      HttpResponse<String> answer = hostile.get("/v1/papers?format=fragment");
      Document page = Jsoup.parseBodyFragment(answer.body());
      assertThat(page.select("script, img, svg, title, [onerror], [onload], [href]")).isEmpty();
      assertThat(page.select("li")).hasSize(10);
      assertThat(page.select("li").text()).contains("<script>alert(1)</script>", "{{{heading}}}");
    }
  }

  @Test
  void isCountedIfThatIsWanted(@TempDir Path other) throws IOException {
    assertThat(service.get("/akin-related.js").body()).contains("const COUNTED = false;");
    String seen = "{\"event\":\"seen\",\"ranks\":[1,2,2]}";
    assertThat(service.post("/v1/box-events", seen).statusCode()).isEqualTo(404);
    Path folder = other.resolve("counts");
    try (BoxCounts counts = BoxCounts.in(folder, _ -> false);
        TestService counting =
            TestService.start(other.resolve("index"), options -> options.withCounts(counts))) {
      assertThat(counting.get("/akin-related.js").body()).contains("const COUNTED = true;");
      assertThat(counting.post("/v1/box-events", seen).statusCode()).isEqualTo(204);
      assertThat(counting.post("/v1/box-events", seen + " ".repeat(600)).statusCode())
          .isEqualTo(413);
      for (String wrong :
          List.of(
              "{\"event\":\"seen\"}",
              "{\"ranks\":[1]}",
              "{\"event\":\"hovered\",\"ranks\":[1]}",
              "{\"event\":\"seen\",\"ranks\":[\"1\"]}",
              "{\"event\":\"seen\",\"ranks\":[0]}")) {
        assertThat(counting.post("/v1/box-events", wrong).statusCode()).as(wrong).isEqualTo(400);
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(Files.readAllLines(files.toList().getFirst()))
          .containsExactly("event,rank,count", "seen,1,1", "seen,2,1");
    }
  }

  @Test
  void robotsReadPapersAndListsByDate() {
    HttpResponse<String> robots = service.get("/robots.txt");
    assertThat(header(robots, "Content-Type")).startsWith("text/plain");
    assertThat(robots.body().lines())
        .contains("User-agent: *", "Allow: /$", "Allow: /papers/", "Disallow: /");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/related?id=east",
        "/v1/search?q=trees&mode=lexical",
        "/v1/facets",
        "/recommendations/v1/papers/forpaper/east",
        "/?category=geo"
      })
  void searchesAndFilteredListsAreNotIndexed(String path) {
    assertThat(header(service.get(path), "X-Robots-Tag")).isEqualTo("noindex");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/paper?id=east", "/docs", "/akin-related.js"})
  void pagesOfPapersMayBeIndexed(String path) {
    HttpResponse<String> page = service.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "X-Robots-Tag")).isEmpty();
  }
}
