package dev.akin.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.report.Placed;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/// The page of all papers as a reader sees it: opened from its file in Chromium. All papers have
/// the same direction, so the nearest are those with the first ids.
class PapersBrowserIT {
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)> \u202Eright";

  @TempDir static Path folder;

  @AutoClose private static Browser browser;

  @BeforeAll
  static void open() {
    browser = Browser.start();
    List<Paper> papers =
        Stream.concat(
                IntStream.range(0, 80)
                    .mapToObj(i -> paper("p%02d".formatted(i), "A title about lakes " + i)),
                Stream.of(paper("topic=3", "An odd id"), paper("~odd/id ü", HOSTILE)))
            .toList();
    Placed.papers(folder.resolve("index"), papers, placed -> placed.write(folder));
  }

  private static Paper paper(String id, String title) {
    return new Paper(
        new PaperId(id),
        title,
        "The abstract of " + id + ".",
        List.of("Zoë Ångström", "Bo Lee"),
        PublicationDate.parse("2021"),
        List.of("cs.DL"),
        "https://example.org/" + id,
        id.equals("p07") ? "10.5555/p07" : null);
  }

  @AfterEach
  void hasNothingToComplainOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void open(String hash, String heading) {
    open(hash, heading, Window.light(1440, 900));
  }

  private static void open(String hash, String heading, Window window) {
    browser.open(URI.create(folder.resolve("papers.html").toUri() + hash), window);
    untilHeading(heading);
  }

  private static void untilHeading(String heading) {
    browser.until("document.querySelector('h1')?.textContent === '" + heading + "'");
  }

  private static List<?> titles() {
    return (List<?>)
        Objects.requireNonNull(
            browser.evaluate(
                "[...document.querySelectorAll('.papers h3')].map(e => e.textContent)"));
  }

  @Test
  void showsAPaper() {
    open("#p07", "A title about lakes 7");

    assertThat(browser.text("article .facts")).isEqualTo("Zoë Ångström, Bo Lee2021cs.DLp07");
    assertThat(browser.text("article .abstract")).isEqualTo("The abstract of p07.");
    assertThat(browser.evaluate("[...document.querySelectorAll('.links a')].map(a => a.href)"))
        .asString()
        .contains("https://example.org/p07, https://doi.org/10.5555/p07, file:")
        .endsWith("/map.html#paper=p07]");
    assertThat(browser.text(".note + .papers li .facts .value")).isEqualTo("1.000");
    assertThat(browser.text(".note + .papers li .why")).contains("same author: Zoë Ångström");
    assertThat(browser.evaluate("document.title")).isEqualTo("A title about lakes 7 · akin");
  }

  @Test
  void listsTheNearestPapersOfTheMapAndMore() {
    open("#p07", "A title about lakes 7");
    List<?> nearest = titles();
    assertThat(nearest).hasSize(Placed.NEIGHBORS);
    assertThat(browser.text("#view .note")).startsWith("The 7 papers with the highest cosine");

    browser.open(
        URI.create(folder.resolve("map.html").toUri() + "#paper=p07"), Window.light(1440, 900));
    browser.until("document.querySelectorAll('.nearest li').length === 5");
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('.nearest .label')].map(e => e.textContent)"))
        .isEqualTo(nearest.subList(0, 5));
  }

  @Test
  void isLeftAndReturnedToByTheHistory() {
    open("#p07", "A title about lakes 7");
    browser.click(".papers h3 a");
    untilHeading("A title about lakes 0");
    assertThat(browser.evaluate("document.activeElement.textContent"))
        .isEqualTo("A title about lakes 0");

    browser.evaluate("history.back()");
    untilHeading("A title about lakes 7");
  }

  @Test
  void takesIdsAndTitlesAsText() {
    browser.open(
        URI.create(folder.resolve("papers.html").toUri() + "#~odd%2Fid%20%C3%BC"),
        Window.light(1440, 900));
    browser.until("document.querySelector('article')");
    assertThat(browser.text("h1")).isEqualTo(HOSTILE);
    assertThat(browser.evaluate("document.querySelectorAll('main img').length")).isEqualTo(0L);
    open("#topic%3D3", "An odd id");
    open("#none", "No such paper");
    browser.evaluate("location.hash = '%'");
    browser.until("document.querySelector('#view p').textContent.includes('%')");
  }

  @Test
  void listsThePapersOfATopic() {
    open("", "Papers");
    browser.click(".topics li:nth-child(2) a");
    untilHeading("odd");

    assertThat(browser.text("#view .facts")).isEqualTo("40 papersmost central first");
    assertThat(titles()).asString().startsWith("[A title about lakes 1, A title about lakes 3,");
    open("#topic=99", "No such topic");
  }

  @Test
  void isSearchedByKeys() {
    open("", "Papers");
    browser.press("/angstrom lakes 4");
    browser.until("document.querySelector('h1').textContent.startsWith('11 papers with')");
    browser.press(Keys.ENTER);
    browser.press(Keys.ENTER);
    untilHeading("A title about lakes 4");
    browser.evaluate("history.back()");
    browser.until("document.querySelector('h1').textContent.startsWith('11 papers with')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.5555/P07",
        "https://doi.org/10.5555/p07",
        "doi:10.5555/p07",
        "10.5555/p",
        "p07",
        "https://www.example.org/p07/"
      })
  void findsAPaperByItsNames(String name) {
    open("#q=" + name.replace("/", "%2F"), "1 paper with “\u2068" + name + "\u2069”");
    assertThat(titles()).isEqualTo(List.of("A title about lakes 7"));
  }

  @Test
  void findsAnArxivPaperHoweverItIsNamed() {
    open("", "Papers");
    assertThat(
            browser.evaluate(
                "['arXiv:2401.01234v2', 'https://arxiv.org/abs/2401.01234', '10.48550/arXiv.2401.01234',"
                    + " 'http://arxiv.org/pdf/2401.01234v1.pdf', 'cs/0101001', 'arxiv.org/abs/cs/0101001']"
                    + ".map(nameWanted)"))
        .isEqualTo(
            List.of(
                "2401.01234",
                "2401.01234",
                "2401.01234",
                "2401.01234",
                "cs/0101001",
                "cs/0101001"));
  }

  /// The words of all titles are in "A title about lakes"; ids are like `p07`.
  @Test
  void ranksAsTheMapDoes() {
    String query = "'title about lakes 1'";
    open("#q=title%20about%20lakes%201", "11 papers with “\u2068title about lakes 1\u2069”");
    Object here = browser.evaluate("bestFirst(" + query + ", numbersWith(() => true))");
    browser.open(
        URI.create(folder.resolve("map.html").toUri() + "#q=title%20about%20lakes%201"),
        Window.light(1440, 900));
    browser.until("found.length === 11");
    assertThat(browser.evaluate("found")).isEqualTo(here);
  }

  @Test
  void showsManyPapersInParts() {
    open("#q=lakes", "80 papers with “\u2068lakes\u2069”");
    assertThat((List<?>) titles()).hasSize(50);
    browser.click(".papers + button");
    assertThat((List<?>) titles()).hasSize(80);
    assertThat(browser.evaluate("document.activeElement.textContent"))
        .isEqualTo("A title about lakes 50");
  }

  static Stream<Window> windows() {
    return Stream.of(360, 1440)
        .flatMap(width -> Stream.of(Window.light(width, 900), Window.dark(width, 900)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("windows")
  void isForEverybody(Window window) {
    open("#p07", "A title about lakes 7", window);
    assertThat(browser.axe()).isEmpty();
    assertThat(browser.number("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(window.width());
    browser.keepScreenshot("papers-" + window);
  }

  @Test
  void saysWhereToLookWithoutScripts() {
    browser.open(folder.resolve("papers.html").toUri(), Window.light(1440, 900).withoutScripts());
    assertThat(browser.text("noscript")).contains("papers.csv");
  }
}
