package dev.akin.report.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.recommend.PlaneIndex;
import dev.akin.recommend.Recommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The page of `akin judge` as a judge works through it: opened from its file in Chromium.
class JudgeBrowserIT {
  private static final int PAPERS = 10;

  /// Lists of another system that have nothing in common with akin's, but for the last paper's.
  private static final String OTHER = "other <b>system.csv";

  @TempDir static Path folder;

  @AutoClose private static Browser browser;

  private static Path page;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.start();
    page = write("page", 1);
  }

  /// Papers in pairs of near ones: akin finds the near one first.
  private static Path write(String name, long seed) throws IOException {
    Map<Paper, Double> papers = new LinkedHashMap<>();
    StringBuilder lists = new StringBuilder("id,related\n");
    for (int number = 0; number < PAPERS; number++) {
      String title = number == 3 ? "<img src=x> & bees" : "On bees, part " + number;
      papers.put(PlaneIndex.paper("p" + number, title, "Ada Byron", null), 30.0 * number);
      papers.put(PlaneIndex.paper("near" + number, "Near " + number, "", null), 30.0 * number + 1);
      lists.append("p%d,p%d,p%d\n".formatted(number, (number + 5) % PAPERS, (number + 1) % PAPERS));
    }
    Path file = Files.writeString(folder.resolve(OTHER), lists);
    try (PaperIndex index = PlaneIndex.of(folder.resolve(name + "-index"), papers);
        IndexSnapshot snapshot = index.snapshot()) {
      Recommender recommender =
          new Recommender(
              index,
              () -> {
                throw new AssertionError("no model is needed");
              });
      ListComparison comparison =
          new ListComparison(snapshot, recommender, GivenLists.read(file), seed);
      return Files.writeString(
          folder.resolve(name + ".html"), comparison.compare(comparison.draw(50), "1.2.3").html());
    }
  }

  @BeforeEach
  void forget() {
    open(Window.light(1440, 900));
    browser.evaluate("localStorage.clear()");
    reload();
  }

  /// Loads the page again, twice: the first time may come before the browser has written what the
  /// page keeps.
  private static void reload() {
    for (int time = 0; time < 2; time++) {
      browser.evaluate("window.isLeft = true, location.reload()");
      browser.until("!window.isLeft && document.readyState === 'complete'");
    }
  }

  @AfterEach
  void hasNothingToComplainOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void open(Window window) {
    browser.open(page.toUri(), window);
  }

  private static String progress() {
    return browser.text("#progress");
  }

  /// Whether the first list is that of the other system, which alone has no paper near the judged
  /// one.
  private static boolean akinIsFirst() {
    String number = browser.text("#paper-title").replaceAll("\\D", "");
    String near = "Near " + (number.isEmpty() ? "3" : number);
    return browser.text("#first").contains(near);
  }

  /// Judges a paper for akin's list or against it.
  private static void judge(boolean forAkin) {
    browser.press(akinIsFirst() == forAkin ? "1" : "2");
  }

  static Stream<Window> windows() {
    return Stream.of(
        Window.light(1440, 900),
        Window.dark(1440, 900),
        Window.light(360, 740),
        Window.dark(360, 740));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("windows")
  void isForEverybody(Window window) {
    open(window);
    browser.press("0", "a");
    expectUsable("judge-" + window, window);
    for (int at = 1; at < PAPERS; at++) {
      judge(at < 7);
    }
    browser.click("#end");
    expectUsable("judge-result-" + window, window);
  }

  private static void expectUsable(String name, Window window) {
    browser.keepScreenshot(name);
    assertThat(browser.axe()).as(name).isEmpty();
    assertThat(browser.number("document.documentElement.scrollWidth"))
        .as(name)
        .isLessThanOrEqualTo(window.width());
  }

  @Test
  void namesNoSystemUntilTheEnd() throws IOException {
    assertThat(Files.readString(page)).doesNotContain(OTHER).doesNotContain("<b>system");
    assertThat(browser.text("main")).doesNotContain("akin", OTHER);

    judge(true);
    browser.evaluate("window.confirm = () => true, 0");
    browser.click("#end");

    assertThat(browser.text("h1:not([hidden] *)")).isEqualTo("Related papers: akin and " + OTHER);
    assertThat(browser.evaluate("document.querySelectorAll('main img, main b').length"))
        .isEqualTo(0L);
  }

  @Test
  void keepsJudgmentsAndTakesThemBack() {
    String first = browser.text("#paper-title");
    browser.press("1");
    String second = browser.text("#paper-title");
    assertThat(second).isNotEqualTo(first);
    assertThat(progress()).isEqualTo("Paper 2 of " + PAPERS);

    reload();
    assertThat(browser.text("#paper-title")).isEqualTo(second);
    browser.press("u");

    assertThat(browser.text("#paper-title")).isEqualTo(first);
    assertThat(progress()).isEqualTo("Paper 1 of " + PAPERS);
  }

  /// 7 of 9: Wilson's interval is 45.3 % to 93.7 %; 9 of 9: 70.1 % to 100 % (as R's `prop.test(7,
  /// 9, correct = FALSE)` says).
  @ParameterizedTest
  @CsvSource({
    "7, 'for 7 of 9 papers: 77.8\u00a0%, with a 95\u00a0% interval from 45.3\u00a0% to 93.7\u00a0%"
        + " (Wilson). It contains 50\u00a0%'",
    "9, 'for 9 of 9 papers: 100.0\u00a0%, with a 95\u00a0% interval from 70.1\u00a0% to 100.0\u00a0%"
        + " (Wilson). All of it is above 50\u00a0%: the lists of akin are better.'",
    "0, 'for 0 of 9 papers: 0.0\u00a0%, with a 95\u00a0% interval from 0.0\u00a0% to 29.9\u00a0%"
        + " (Wilson). All of it is below 50\u00a0%: the lists of other <b>system.csv are better.'"
  })
  void endsInAResultWithItsInterval(int forAkin, String verdict) {
    browser.press("0");
    for (int at = 0; at < PAPERS - 1; at++) {
      judge(at < forAkin);
    }
    assertThat(progress()).startsWith("All 10 papers judged.");
    browser.click("#end");

    assertThat(browser.text("#verdict")).contains(verdict);
    assertThat(browser.text("#result"))
        .contains("akin" + forAkin, OTHER + (9 - forAkin), "neither1", "not shown0", "not judged0");
    reload();
    browser.press("u", "1");
    assertThat(browser.text("#verdict")).contains(verdict);
  }

  @Test
  void savesJudgmentsBlindUntilTheEnd() {
    String id = id();
    boolean first = akinIsFirst();
    judge(true);
    String choice = first ? "first" : "second";
    assertThat(saved("#save")).isEqualTo("id,choice\n%s,%s\n".formatted(id, choice));

    browser.evaluate("window.confirm = () => true, 0");
    browser.click("#end");
    assertThat(saved("#result button:last-of-type"))
        .isEqualTo("id,choice,better\n%s,%s,akin\n".formatted(id, choice));
  }

  private static String id() {
    String number = browser.text("#paper-title").replaceAll("\\D", "");
    return "p" + (number.isEmpty() ? "3" : number);
  }

  /// What a button saves.
  private static String saved(String button) {
    browser.evaluate(
        "window.saved = '', window.Blob = class { constructor(parts) { window.saved = parts.join('') }"
            + " }, URL.createObjectURL = () => '#', 0");
    browser.click(button);
    return Objects.toString(browser.evaluate("window.saved")).replace("\r\n", "\n");
  }

  @Test
  void listensToKeysOnlyIfItMay() {
    browser.evaluate("document.getElementById('keys').checked = false");
    browser.press("1");
    assertThat(progress()).isEqualTo("Paper 1 of " + PAPERS);

    browser.click("[data-choice=first]");
    assertThat(progress()).isEqualTo("Paper 2 of " + PAPERS);
  }

  @Test
  void keepsJudgmentsOfEachPageApart() throws IOException {
    browser.press("1");
    Path other = write("other", 2);

    browser.open(other.toUri(), Window.light(1440, 900));

    assertThat(progress()).isEqualTo("Paper 1 of " + PAPERS);
    assertThat(List.of(page, other)).allMatch(Files::exists);
  }
}
