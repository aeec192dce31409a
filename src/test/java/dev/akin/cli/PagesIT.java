package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// The pages of the demo as a reader uses them in Chromium.
class PagesIT {
  private static final Window DESK = Window.light(1440, 900);
  private static final String PAPER = "/papers/vaswani-2017-attention";
  private static final String TITLE = "Attention Is All You Need";

  private static SampleService service;
  private static Browser browser;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    service = SampleService.start();
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    service.close();
  }

  @AfterEach
  void hasNothingToComplainOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void open(String path) {
    browser.open(service.at(path), DESK);
  }

  private static String address() {
    return String.valueOf(browser.evaluate("location.pathname + location.search"));
  }

  @ParameterizedTest
  @CsvSource({
    "home, /",
    "date, /date/2017",
    "search, /search?q=how+machines+translate+languages",
    "nothing-found, /search?q=qqqqzzzz",
    "person, /search?q=vaswani",
    "paper, " + PAPER,
    "aspect, " + PAPER + "?aspect=method&more=codd-1970-relational&newer=true",
    "like, /like",
    "follow, /follow?id=codd-1970-relational&id=gone&q=query+planning",
    "follow-nothing, /follow",
    "accessibility, /accessibility",
    "problem, /papers/nothing-like-this",
  })
  void keepsNobodyFromUsingAPage(String name, String path) {
    for (Window window :
        new Window[] {
          Window.light(360, 800), Window.dark(360, 800), DESK, Window.dark(1440, 900)
        }) {
      browser.open(service.at(path), window);
      browser.keepScreenshot(
          "%s-%d-%s".formatted(name, window.width(), window.dark() ? "dark" : "light"));
      assertThat(browser.axe()).as("%s %s", path, window).isEmpty();
      assertThat(browser.number("document.documentElement.scrollWidth"))
          .as("%s %s", path, window)
          .isLessThanOrEqualTo(window.width());
    }
    // What a screen of 1,280 pixels shows at 400 % (WCAG 2.2, 1.4.10).
    browser.open(service.at(path), Window.light(320, 256));
    assertThat(browser.number("document.documentElement.scrollWidth"))
        .as(path)
        .isLessThanOrEqualTo(320);
    if (name.equals("problem")) {
      // Chromium tells of a page that is an error.
      assertThat(browser.complaints()).allMatch(each -> each.contains("404"));
    }
  }

  @Test
  void theFirstPageIsSmallAndStandsStill() {
    open("/");
    assertThat(
            browser.number(
                "performance.getEntries().reduce((sum, each) => sum + (each.decodedBodySize ?? 0), 0)"))
        .isBetween(1_000.0, 100_000.0);
    assertThat(
            browser.number(
                "new Promise(done => new PerformanceObserver(list => done(list.getEntries()"
                    + ".reduce((sum, each) => sum + each.value, 0)))"
                    + ".observe({ type: 'layout-shift', buffered: true })"
                    + " || setTimeout(() => done(0), 500))"))
        .isZero();
  }

  @Test
  void completesWhatIsTypedAndSearchesByTheKeyboardAlone() {
    open("/");
    browser.press("/", "attention is a");
    browser.until("document.querySelectorAll('#completions li').length > 0");
    assertThat(browser.axe()).isEmpty();
    browser.press(Keys.ARROW_DOWN, Keys.ENTER);
    browser.until("location.pathname === '/search'");
    assertThat(browser.text(".open-paper")).isEqualTo(TITLE);
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER);
    browser.until("location.pathname === '" + PAPER + "'");
    assertThat(browser.text("h1")).isEqualTo(TITLE);
  }

  @Test
  void ranksAgainAtOnceForMoreAndNot() {
    open(PAPER);
    browser.evaluate("window.stayed = true");
    String first = browser.text("#related .open-paper");
    browser.click("#related .steps a + a");
    browser.until("document.querySelector('#related .chosen')");
    assertThat(address()).startsWith(PAPER + "?not=");
    assertThat(browser.text("#related .chosen")).contains("not like", first);
    assertThat(browser.text("#related .open-paper")).isNotEqualTo(first);
    browser.click("#related .steps a");
    browser.until("location.search.includes('more=')");
    assertThat(browser.evaluate("window.stayed")).isEqualTo(true);
    browser.evaluate("history.go(-2)");
    browser.until("!document.querySelector('#related .chosen')");
    assertThat(browser.text("#related .open-paper")).isEqualTo(first);
  }

  @Test
  void saysWhyAPaperIsRelated() {
    open(PAPER);
    assertThat(browser.number("document.querySelectorAll('#related .why .word').length"))
        .isGreaterThan(5);
    browser.click("#related .why summary");
    assertThat(browser.text("#related .why dd")).isNotBlank();
  }

  @Test
  void findsPapersForAPastedTextThatIsInNoAddress() {
    open("/like");
    browser.click("textarea");
    browser.press("How clocks order the events of a distributed system");
    browser.click(".paste button");
    browser.until("document.querySelector('.open-paper')");
    assertThat(address()).isEqualTo("/like");
    assertThat(browser.text("main")).contains("Clocks");
  }

  /// What was pasted comes back in the form, and is text there.
  @Test
  void sendsAPastedTextAsText() {
    String text = "</textarea><script>window.hit=1</script><img src=x onerror=window.hit=1> clocks";
    open("/like");
    browser.click("textarea");
    browser.press(text);
    browser.click(".paste button");
    browser.until("document.getElementById('found')");
    assertThat(browser.evaluate("document.querySelector('textarea').value")).isEqualTo(text);
    assertThat(browser.evaluate("document.images.length + ('hit' in window ? 1 : 0)"))
        .isEqualTo(0L);
  }

  @Test
  void findsPapersForALibraryThatIsDropped() throws IOException {
    Path library =
        Files.writeString(
            folder.resolve("library.bib"),
            """
            @article{a, title={Attention Is All You Need}, author={Vaswani, Ashish}, year={2017}}
            @article{b, title={A Relational Model of Data for Large Shared Data Banks}, year={1970}}
            """);
    open("/like");
    browser.drop("main", library);
    browser.until("document.querySelector('.open-paper')");
    assertThat(browser.text("main")).contains("Read 2 entries: 2 in this index");
  }

  @Test
  void followsPapersAndSearchesInThisBrowser() {
    open(PAPER);
    browser.click(".follow");
    assertThat(browser.evaluate("document.querySelector('.follow').ariaPressed")).isEqualTo("true");
    assertThat(browser.text(".follow")).isEqualTo("Following ✓");
    open("/search?q=query+planning");
    browser.click(".follow");
    open("/follow");
    browser.until("document.querySelector('.followed')");
    assertThat(address()).contains("id=vaswani-2017-attention", "q=query+planning");
    assertThat(browser.text("#folder")).contains(TITLE, "query planning");
    assertThat(
            Objects.requireNonNull(
                browser.evaluate("document.querySelector('link[rel=alternate]').href")))
        .asString()
        .contains("/follow?id=vaswani-2017-attention&q=query+planning&format=atom");
    assertThat(browser.text("#followed-count")).isEqualTo("2");
    assertThat(browser.text("main")).contains("For “query planning”");
    browser.click(".remove");
    browser.until("!location.search.includes('id=')");
    browser.click(".remove");
    browser.until("document.getElementById('empty-folder')");
    open("/follow");
    assertThat(browser.text("main")).contains("You follow nothing yet");
  }

  /// The link of somebody else's folder must not cost the reader's own.
  @Test
  void keepsTheReadersOwnFolder() {
    open(PAPER);
    browser.click(".follow");
    open("/follow?id=codd-1970-relational&id=gone");
    browser.until("!document.getElementById('shared').hidden");
    browser.click(".remove");
    browser.until("!location.search.includes('codd')");
    open("/follow");
    browser.until("document.querySelector('.followed')");
    assertThat(address()).isEqualTo("/follow?id=vaswani-2017-attention");
    open("/follow?id=codd-1970-relational");
    browser.click("#keep-folder");
    browser.until("location.search.includes('vaswani')");
    assertThat(address()).isEqualTo("/follow?id=vaswani-2017-attention&id=codd-1970-relational");
    browser.evaluate("localStorage.clear()");
  }

  @Test
  void followsASearchWithItsFilters() {
    open("/search?q=translation&from=2014&to=2015&category=natural+language+processing");
    assertThat(browser.evaluate("document.querySelector('.follow').dataset.value"))
        .isEqualTo("translation year:2014-2015 category:\"natural language processing\"");
    assertThat(browser.text(".tools")).contains(" papers");
  }

  @Test
  void leadsToLongerListsUntilThereIsNoMore() {
    open("/search?q=translation&floor=0&limit=190");
    browser.click(".next");
    browser.until("location.search.includes('limit=200')");
    assertThat(browser.number("document.querySelectorAll('.open-paper').length")).isEqualTo(200);
    assertThat(browser.text(".next")).isEmpty();
    assertThat(browser.text(".tools")).contains("The 200 closest papers", "Only close papers");
  }

  @Test
  void showsWordsThatBothPapersHave() {
    open(PAPER);
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('#related .paper')].every(paper =>"
                    + " [...paper.querySelectorAll('.word')].every(word =>"
                    + " paper.querySelector('.abstract').textContent.toLowerCase()"
                    + ".concat(paper.querySelector('h3').textContent.toLowerCase())"
                    + ".includes(word.textContent.slice(0, 4))))"))
        .isEqualTo(true);
  }

  @Test
  void answersAFormInTheChosenLanguage() {
    open("/like?lang=de");
    browser.click(".paste button");
    browser.until("document.querySelector('#found')");
    assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo("de");
    assertThat(browser.text("main")).contains("Fügen Sie zuerst einen Text ein");
    open("/papers/nothing-like-this?lang=de");
    assertThat(browser.text("h1")).isEqualTo("Diese Seite gibt es hier nicht");
    assertThat(browser.complaints()).allMatch(each -> each.contains("404"));
  }

  @Test
  void worksWithoutScripts() {
    Window window = DESK.withoutScripts();
    browser.open(service.at("/"), window);
    browser.click("#q");
    browser.press("ashish vaswani", Keys.ENTER);
    browser.until("location.pathname === '/search'");
    assertThat(browser.text(".open-paper")).isEqualTo(TITLE);
    browser.click(".open-paper");
    browser.until("location.pathname === '" + PAPER + "'");
    browser.click("#related .steps a");
    browser.until("document.querySelector('#related .chosen')");
    assertThat(browser.text("#related .chosen")).contains("more like");
    browser.click(".follow");
    browser.until("document.querySelector('#folder')");
    assertThat(browser.text("#folder")).contains(TITLE);
  }

  @ParameterizedTest
  @CsvSource({"de, Verwandte Arbeiten", "fr, Articles apparentés", "es, Artículos relacionados"})
  void speaksTheChosenLanguageFromPageToPage(String language, String heading) {
    open("/?lang=" + language);
    browser.click(".open-paper");
    assertThat(address()).contains("lang=" + language);
    assertThat(browser.text("#related h2")).isEqualTo(heading);
    assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo(language);
  }
}
