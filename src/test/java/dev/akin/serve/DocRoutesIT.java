package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocRoutesIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static TestService service;
  private static AkinServer server;

  @BeforeAll
  static void start() {
    service = TestService.start(folder);
    server = service.server();
  }

  @AfterAll
  static void stop() {
    service.close();
    CLIENT.close();
  }

  @Test
  void letsItsPageReachThisServiceAlone() {
    HttpResponse<String> page = get("/docs");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "script-src 'self';", "connect-src 'self';")
        .doesNotContain("http:", "https:", "unsafe-eval");
    assertThat(page.body()).doesNotContain("http:", "https:", "//");
    assertThat(get("/docs/docs.js").body()).contains("validatorUrl: null").doesNotContain("http");
    assertThat(get("/docs/docs.css").body()).doesNotContain("url(", "@import");
  }

  @Test
  void hasNoScriptInItsPage() {
    assertThat(
            Pattern.compile("<script(?![^>]* src=)|\\son\\w+=").matcher(get("/docs").body()).find())
        .isFalse();
  }

  @Test
  void findsWhatItsPageNames() {
    Pattern.compile("(?:src|href)=\"(/[^\"]*)\"")
        .matcher(get("/docs").body())
        .results()
        .map(found -> found.group(1))
        .forEach(path -> assertThat(get(path).statusCode()).as(path).isEqualTo(200));
  }

  @ParameterizedTest
  @CsvSource({
    "/docs/swagger-ui-bundle.js, text/javascript, SwaggerUIBundle",
    "/docs/swagger-ui.css,       text/css,        .swagger-ui"
  })
  void servesSwaggerUi(String path, String type, String piece) {
    HttpResponse<String> file = get(path);
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("max-age");
    assertThat(file.body()).contains(piece);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/index.html",
        "/docs/swagger-initializer.js",
        "/docs/swagger-ui.css.map",
        "/docs/..%2fopenapi.json"
      })
  void servesNoOtherFile(String path) {
    assertThat(get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void takesTheVersionThatTheBuildNames() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<swagger-ui.version>" + DocRoutes.swaggerVersion() + "</swagger-ui.version>");
  }

  /// The description has papers of the demo as examples; here they are papers that are there.
  @ParameterizedTest
  @ValueSource(ints = {360, 1440})
  void offersPapersOfTheIndexAndOpensAnOperationWithinTheScreen(int width) {
    try (Browser browser = Browser.start()) {
      browser.open(
          URI.create("http://127.0.0.1:" + server.port() + "/docs"), Window.light(width, 800));
      browser.until("document.querySelectorAll('.opblock').length > 10");
      browser.evaluate("document.querySelector('.opblock-summary-control').click()");
      browser.until("document.querySelector('.opblock.is-open .opblock-body')");
      browser.until("document.querySelector('.opblock.is-open .parameters')");
      browser.keepScreenshot("docs-" + width);
      assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
      assertThat(
              browser.number(
                  "document.querySelector('.opblock.is-open').getBoundingClientRect().height"))
          .isLessThanOrEqualTo(800);
      assertThat(browser.evaluate("document.querySelector('.opblock.is-open input').value"))
          .isEqualTo("west");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void isLinkedFromTheList() {
    assertThat(get("/").body()).contains("href=\"/docs\"", "href=\"/openapi.json\"");
  }

  @Test
  void hasAllMetricsOnThePageForOperators() throws IOException {
    Pattern name = Pattern.compile("akin_[a-z_]+");
    String page = Files.readString(Path.of("src/docs/deploy.md"));
    Set<String> described =
        name.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet());
    get("/v1/related?id=east&mode=semantic"); // what has not been counted yet is not there
    String metrics = get("/metrics").body();
    Set<String> counted =
        Pattern.compile("# TYPE (akin_[a-z_]+)")
            .matcher(metrics)
            .results()
            .map(type -> type.group(1))
            .collect(Collectors.toSet());
    assertThat(described).containsAll(counted);
    described.forEach(each -> assertThat(metrics).contains(each));
  }

  private static HttpResponse<String> get(String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
