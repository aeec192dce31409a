package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import dev.akin.base.Resources;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.SmallIndex;
import dev.akin.serve.guard.Access;
import dev.akin.serve.monitor.BoxCounts;
import dev.akin.vector.Embedding;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/// The box on pages of another origin, as their readers see it.
class BoxBrowserIT {
  private static final String HOSTILE = "</a><script>alert(1)</script><img src=x onerror=alert(1)>";
  private static final Window DESK = Window.light(1100, 900);

  /// Keeps the events of the box.
  private static final String LISTENER =
      """
      <script>
        const events = [];
        for (const what of ['loaded', 'empty', 'error', 'click']) {
          document.addEventListener('akin-related:' + what, event => events.push([what, event.detail]));
        }
      </script>
      """;

  /// How often the page has asked akin.
  private static final String REQUESTS =
      "performance.getEntriesByType('resource').filter(e => e.name.includes('/v1/')).length";

  @TempDir private static Path folder;

  @AutoClose private static OtherSite site;
  @AutoClose private static TestService service;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start();
    site = OtherSite.start();
    try (PaperIndexWriter writer = new LuceneStore(folder).writer(List.of(SmallIndex.PLANE))) {
      add(writer, 0, "asked", "The paper of the page", null, null);
      add(writer, 1, "plain", "Trees facing sunrise", "https://example.org/plain", null);
      add(writer, 2, "hostile", HOSTILE, "javascript:alert(1)", null);
      add(writer, 3, "doi", "A longer title ".repeat(8) + "that ends here", null, "10.1000/a?b#c");
      add(writer, 4, "right", "\u0634\u062C\u0631\u0629 \u202E1", "http://example.org/right", null);
      add(writer, 5, "long", "x".repeat(300), "https://example.org/long", null);
      writer.commit();
    }
    Access access = new Access(List.of(), 0, List.of(), List.of(site.origin()));
    service =
        TestService.over(folder, new TestModels(() -> true), options -> options.withAccess(access));
  }

  /// The page of the test before may have had something to complain of.
  @BeforeEach
  void begin() {
    browser.complaints();
  }

  private static void add(
      PaperIndexWriter writer,
      int number,
      String id,
      String title,
      @Nullable String url,
      @Nullable String doi) {
    TextKey key = TextKey.of(title);
    writer.addText(
        key, TextVectors.of(Embedding.normalize(SmallIndex.PLANE, new float[] {10, number / 10f})));
    writer.upsert(
        new Paper(
            new PaperId(id),
            title,
            "",
            List.of("Ada Byron", "Carl Gau\u00DF", "Emmy Noether", "Bo Lee"),
            PublicationDate.parse("2024-05"),
            List.of(),
            url,
            doi),
        key);
  }

  private static String akin() {
    return "http://127.0.0.1:" + service.port();
  }

  /// A page with a box, in a host's own type and colors.
  private static String page(String box) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A paper</title>
    <style>
      :root { color-scheme: light dark; }
      body { background: light-dark(#fff, #16181a); font: 1rem/1.5 system-ui; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    </style>
    %s
    <script type="module" src="%s/akin-related.js"></script>
    </head>
    <body>
    <main><h1>A paper</h1><p>What it is about.</p>%s<p id="after">After the box.</p></main>
    </body>
    </html>
    """
        .formatted(LISTENER, akin(), box);
  }

  private static String box(String attributes) {
    return "<akin-related mode=\"semantic\" %s></akin-related>".formatted(attributes);
  }

  private static void open(String html, Window window) {
    browser.open(site.put(html, ""), window);
  }

  private static String inBox(String expression) {
    return "(box => %s)(document.querySelector('akin-related').shadowRoot)".formatted(expression);
  }

  private static void awaitEvent(String what) {
    browser.until("events.some(event => event[0] === '%s')".formatted(what));
  }

  @Test
  void showsRelatedPapersOnAPageOfAnotherOrigin() {
    open(page(box("paper='asked'")), DESK);
    awaitEvent("loaded");
    assertThat(
            browser.evaluate(inBox("[...box.querySelectorAll('.title')].map(t => t.textContent)")))
        .asInstanceOf(LIST)
        .hasSize(5)
        .startsWith("Trees facing sunrise", HOSTILE);
    assertThat(browser.evaluate("events[0][1].ids"))
        .isEqualTo(List.of("plain", "hostile", "doi", "right", "long"));
    assertThat(browser.evaluate(inBox("box.querySelector('.facts').textContent")))
        .isEqualTo("2024 · Ada Byron, Carl Gau\u00DF, Emmy Noether et al.");
    assertThat(browser.evaluate("document.cookie")).isEqualTo("");
    assertThat(browser.complaints()).isEmpty();
    browser.keepScreenshot("box");
  }

  @Test
  void linksOnlyToTheWebAndShowsTitlesAsText() {
    open(page(box("paper='asked'")), DESK);
    awaitEvent("loaded");
    assertThat(browser.evaluate(inBox("[...box.querySelectorAll('a')].map(a => a.href)")))
        .isEqualTo(
            List.of(
                "https://example.org/plain",
                "https://doi.org/10.1000/a%3Fb%23c",
                "http://example.org/right",
                "https://example.org/long"));
    assertThat(browser.number(inBox("box.querySelectorAll('script, img').length"))).isZero();
    assertThat(browser.number("document.documentElement.scrollWidth - innerWidth")).isNotPositive();
  }

  @Test
  void worksUnderAStrictPolicy() {
    String policy = "default-src 'none'; script-src %1$s; connect-src %1$s".formatted(akin());
    String html =
        """
        <!doctype html><html lang="de"><title>Arbeit</title>
        <script type="module" src="%s/akin-related.js"></script>
        <akin-related paper="asked" mode="semantic" limit="2"></akin-related></html>
        """
            .formatted(akin());
    browser.open(site.put(html, policy + "; require-trusted-types-for 'script'"), DESK);
    browser.until(inBox("box.querySelector('h2')"));
    assertThat(browser.evaluate(inBox("box.querySelector('h2').textContent")))
        .isEqualTo("Verwandte Arbeiten");
    assertThat(
            browser.evaluate(
                inBox("getComputedStyle(box.querySelector('section')).borderTopStyle")))
        .isEqualTo("solid");
    assertThat(browser.complaints())
        .filteredOn(line -> !line.contains("favicon.ico")) // the page has no image of its own
        .noneMatch(line -> line.contains("Content Security Policy"));
  }

  @ParameterizedTest
  @CsvSource({"1100, false", "1100, true", "360, false", "360, true"})
  void isForEverybody(int width, boolean dark) {
    Window window = new Window(width, 800, dark, true);
    open(page(box("paper='asked' target='_blank'")), window);
    awaitEvent("loaded");
    assertThat(browser.axe()).isEmpty();
    assertThat(browser.number("document.documentElement.scrollWidth - innerWidth")).isNotPositive();
    browser.keepScreenshot("box-" + width + (dark ? "-dark" : ""));
  }

  @Test
  void isUsedByKeysAndTellsThePage() {
    open(
        page(
            box("paper='asked'")
                + "<script>document.addEventListener('akin-related:click', e => e.preventDefault())</script>"),
        DESK);
    awaitEvent("loaded");
    browser.press(Keys.TAB, Keys.TAB, Keys.ENTER);
    awaitEvent("click");
    assertThat(browser.evaluate("JSON.stringify(events.at(-1)[1])"))
        .isEqualTo(
            "{\"paper\":\"asked\",\"id\":\"doi\",\"rank\":3,\"url\":\"https://doi.org/10.1000/a%3Fb%23c\"}");
    assertThat(browser.evaluate("location.origin")).isEqualTo(site.origin());
    assertThat(browser.evaluate(inBox("getComputedStyle(box.activeElement).outlineStyle")))
        .isEqualTo("solid");
  }

  @Test
  void leavesNoTraceWhereThereIsNothing() {
    open(page(box("paper='nobody'")), DESK);
    awaitEvent("empty");
    assertThat(
            browser.number("document.querySelector('akin-related').getBoundingClientRect().height"))
        .isZero();
    assertThat(browser.evaluate(inBox("box.innerHTML"))).isEqualTo("");
    open(page(box("")), DESK);
    browser.until("document.querySelector('akin-related').hidden");
    assertThat(browser.number("events.length")).isZero();
  }

  @Test
  void leavesNoTraceIfAkinFailsOrIsDown() {
    site.put(
        "/akin-related.js",
        200,
        "text/javascript",
        Resources.text(AkinServer.class, "akin-related.js"));
    site.put("/v1/related", 503, "application/problem+json", "{\"detail\": \"no time\"}");
    open(page(box("paper='asked'")).replace(akin(), site.origin()), DESK);
    awaitEvent("error");
    assertThat(browser.evaluate("JSON.stringify(events[0][1])"))
        .isEqualTo("{\"paper\":\"asked\",\"status\":503,\"message\":\"no time\"}");
    assertThat(browser.evaluate("document.querySelector('akin-related').hidden")).isEqualTo(true);
    open(page(box("paper='asked'")).replace(akin(), "http://127.0.0.1:9"), DESK);
    browser.until("document.readyState === 'complete'");
    assertThat(
            browser.number("document.querySelector('akin-related').getBoundingClientRect().width"))
        .isZero();
    browser.complaints();
  }

  @ParameterizedTest
  @ValueSource(ints = {1100, 360})
  void loadsWhenTheReaderComesNearAndMovesNothing(int width) {
    open(
        page("<div style='block-size: 3000px'></div>" + box("paper='asked'")),
        Window.light(width, 900));
    browser.until("customElements.get('akin-related')");
    browser.until(inBox("box.querySelectorAll('.wait li').length === 5"));
    assertThat(browser.number(REQUESTS)).isZero();
    double below = browser.number("document.getElementById('after').offsetTop");
    browser.evaluate("document.getElementById('after').scrollIntoView()");
    awaitEvent("loaded");
    assertThat(browser.number("document.getElementById('after').offsetTop")).isEqualTo(below);
  }

  @Test
  void asksAgainIfItsAttributesChange() {
    open(page(box("paper='asked' limit='2'")), DESK);
    awaitEvent("loaded");
    browser.evaluate(
        "(b => { b.setAttribute('paper', 'long'); b.setAttribute('limit', '3'); })(document.querySelector('akin-related'))");
    browser.until("events.length === 2");
    assertThat(browser.evaluate("events[1][1].paper")).isEqualTo("long");
    assertThat(browser.number("events[1][1].ids.length")).isEqualTo(3);
    browser.evaluate("document.querySelector('akin-related').setAttribute('heading', 'See also')");
    assertThat(browser.evaluate(inBox("box.querySelector('h2').textContent")))
        .isEqualTo("See also");
    assertThat(browser.number(REQUESTS)).isEqualTo(2);
  }

  @Test
  void tellsWhichRanksWereSeenAndOpened(@TempDir Path counted) throws IOException {
    try (BoxCounts counts = BoxCounts.in(counted, _ -> false);
        TestService counting =
            TestService.over(
                folder,
                new TestModels(() -> true),
                options ->
                    options
                        .withAccess(new Access(List.of(), 0, List.of(), List.of(site.origin())))
                        .withCounts(counts))) {
      String here = "http://127.0.0.1:" + counting.port();
      open(page(box("paper='asked' limit='2'")).replace(akin(), here), DESK);
      browser.until(
          "performance.getEntriesByType('resource').some(e => e.name.endsWith('/v1/box-events'))");
      browser.evaluate(inBox("box.querySelector('a').click()"));
      browser.until("location.host !== '%s'".formatted(URI.create(site.origin()).getAuthority()));
    }
    try (Stream<Path> files = Files.list(counted)) {
      assertThat(Files.readAllLines(files.toList().getFirst()))
          .containsExactly("event,rank,count", "seen,1,1", "seen,2,1", "opened,1,1");
    }
    browser.complaints();
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, Related papers",
    "de-AT, Verwandte Arbeiten",
    "fr, Travaux similaires",
    "es, Trabajos relacionados",
    "fa, Related papers"
  })
  void speaksTheLanguageAroundIt(String language, String heading) {
    open(page("<div lang='%s'>%s</div>".formatted(language, box("paper='asked' limit='1'"))), DESK);
    awaitEvent("loaded");
    assertThat(browser.evaluate(inBox("box.querySelector('h2').textContent"))).isEqualTo(heading);
  }
}
