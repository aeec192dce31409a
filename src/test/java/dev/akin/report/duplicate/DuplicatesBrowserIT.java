package dev.akin.report.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.IdList;
import dev.akin.recommend.PlaneIndex;
import dev.akin.report.corpus.Corpus;
import dev.akin.vector.AllPairs;
import dev.akin.write.table.Provenance;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/// The page of duplicates as a librarian works through it: opened from its file in Chromium.
class DuplicatesBrowserIT {
  private static final String TEXT =
      "We count the bees of a meadow every hour for a whole summer and say which of them sleep"
          + " in flowers, which in the hive, and how long each of them sleeps at night.";

  @TempDir static Path folder;

  @AutoClose private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.start();
    write("report", Decisions.NONE);
  }

  /// Writes the page of two works: one of three papers, one of two.
  private static Path write(String name, Decisions decisions) throws IOException {
    return write(name, twoWorks(), decisions);
  }

  private static Map<Paper, Double> twoWorks() {
    Map<Paper, Double> papers = new LinkedHashMap<>();
    papers.put(paper("a", "The sleep of bees", TEXT, 2019, "10.5555/a"), 0.0);
    papers.put(paper("b", "The sleep of bees", TEXT + " Preprint.", 2018, null), 5.0);
    papers.put(paper("c", "The sleep of bees", TEXT.replace("hour", "day"), 2018, null), 10.0);
    papers.put(
        paper("x", "<img src=x> in a hive", TEXT.replace("bees", "wasps"), 2020, null), 80.0);
    papers.put(
        paper("=y", "<img src=x> in a hive", TEXT.replace("bees", "wasps"), 2021, null), 84.0);
    return papers;
  }

  private static Path write(String name, Map<Paper, Double> papers, Decisions decisions)
      throws IOException {
    Path out = Files.createDirectories(folder.resolve(name));
    try (PaperIndex index = PlaneIndex.of(folder.resolve(name + "-index"), papers);
        IndexSnapshot snapshot = index.snapshot()) {
      Corpus corpus = Corpus.of(snapshot);
      Provenance provenance =
          new Provenance("test", snapshot.info(), corpus.digest(), new LinkedHashMap<>());
      NearDuplicates found =
          NearDuplicates.find(
              corpus,
              new AllPairs(10, 1).of(corpus.vectors(corpus.rows().toArray()), _ -> {}),
              decisions);
      try (TableFolder tables = TableFolder.create(out, provenance)) {
        DuplicateFiles.write(tables, corpus, found, decisions);
      }
    }
    return out;
  }

  private static Paper paper(String id, String title, String text, int year, @Nullable String doi) {
    return new Paper(
        new PaperId(id),
        title,
        text,
        List.of("Ada Byron"),
        PublicationDate.parse(Integer.toString(year)),
        List.of(),
        "https://example.org/" + id,
        doi);
  }

  @BeforeEach
  void forget() {
    open("report", Window.light(1440, 900));
    browser.evaluate("localStorage.clear()");
  }

  @AfterEach
  void hasNothingToComplainOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void open(String name, Window window) {
    browser.open(folder.resolve(name).resolve("duplicates.html").toUri(), window);
  }

  /// What a button saves.
  private static String saved(String button) {
    browser.evaluate(
        "window.saved = '', window.Blob = class { constructor(parts) { window.saved = parts.join('') }"
            + " }, URL.createObjectURL = () => '#', 0");
    browser.click(button);
    assertThat(browser.evaluate("window.saved.endsWith('\\r\\n')")).isEqualTo(true);
    return String.valueOf(browser.evaluate("window.saved")).replace("\r\n", "\n");
  }

  private static void choose(int pair, String value) {
    String button = "[name=pair-" + pair + "][value='" + value + "']";
    browser.evaluate(
        "document.querySelector(\"" + button + "\").scrollIntoView({block: 'center'})");
    browser.click(button);
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
    open("report", window);
    choose(1, "merge");

    assertThat(browser.axe()).isEmpty();
    assertThat(browser.number("document.documentElement.scrollWidth - innerWidth"))
        .isLessThanOrEqualTo(0);
    browser.keepScreenshot("duplicates-" + window);
  }

  @Test
  void marksDifferences() {
    open("report", Window.light(1440, 900));

    assertThat(browser.evaluate("[...document.querySelectorAll('mark')].map(m => m.textContent)"))
        .asString()
        .isEqualTo("[2019, 2018, Preprint., 2019, 2018, hour , day , 2021, 2020]");
    assertThat(browser.evaluate("document.querySelectorAll('main img').length")).isEqualTo(0L);
  }

  @Test
  void savesWhatToMerge() throws IOException {
    open("report", Window.light(1440, 900));
    choose(1, "merge");
    choose(2, "reverse");
    choose(3, "reverse");

    assertThat(browser.text("#progress")).isEqualTo("3 of 3 pairs decided");
    // c is kept of a, b and c: b goes into a, a goes into c.
    String merges = saved("#save-merge");
    assertThat(merges).startsWith("kept,merged\n").contains("c,b", "c,a");
    assertThat(IdList.of("merge.csv", merges)).containsExactlyInAnyOrder("a", "b", "=y");
  }

  @Test
  void keepsDecisionsUntilTheyAreTakenBack() {
    open("report", Window.light(1440, 900));
    choose(1, "different");
    choose(2, "keep");
    open("report", Window.light(1440, 900));
    assertThat(browser.text("#progress")).isEqualTo("2 of 3 pairs decided");
    choose(2, "");

    open("report", Window.light(1440, 900));
    assertThat(browser.text("#progress")).isEqualTo("1 of 3 pairs decided");
    assertThat(saved("#save-all")).isEqualTo("decision,id,other\ndifferent,a,b\n");
  }

  @Test
  void keepsTheDecisionsOfEachIndexApart() throws IOException {
    open("report", Window.light(1440, 900));
    choose(1, "keep");
    write("elsewhere", Decisions.NONE);

    open("elsewhere", Window.light(1440, 900));
    assertThat(browser.text("#progress")).isEqualTo("0 of 3 pairs decided");
    open("report", Window.light(1440, 900));
    assertThat(browser.text("#progress")).isEqualTo("1 of 3 pairs decided");
  }

  @Test
  void isDecidedByKeyboard() {
    open("report", Window.light(1440, 900));
    browser.evaluate("document.querySelector('[name=pair-1]:checked').focus()");
    browser.press(Keys.ARROW_UP);

    assertThat(browser.text("#progress")).isEqualTo("1 of 3 pairs decided");
    assertThat(browser.evaluate("document.querySelector('[name=pair-1]:checked').value"))
        .isEqualTo("different");
  }

  @Test
  void showsUndecidedOnly() {
    open("report", Window.light(1440, 900));
    choose(3, "keep");
    browser.click("#open-only");

    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('.work')].map(w => w.checkVisibility())"))
        .asString()
        .isEqualTo("[true, false]");
  }

  /// What is saved is what the next report reads: it leaves out what is not the same work, and
  /// shows the rest as decided.
  @Test
  void givesItsDecisionsToTheNextReport() throws IOException {
    open("report", Window.light(1440, 900));
    choose(1, "keep");
    choose(3, "different");
    Path file = Files.writeString(folder.resolve("decisions.csv"), saved("#save-all"));
    browser.evaluate("localStorage.clear()");

    Path next = write("next", Decisions.read(file));

    open("next", Window.light(1440, 900));
    assertThat(browser.text("#progress")).isEqualTo("1 of 2 pairs decided");
    assertThat(saved("#save-all")).contains("keep,a,b", "different,'=y,x");
    assertThat(Files.readString(next.resolve("duplicates.csv")))
        .contains(",keep,\r\n")
        .doesNotContain("hive");
  }

  /// 24 works of two papers by different people. Of the last one, the titles differ.
  private static Map<Paper, Double> manyWorks() {
    Map<Paper, Double> papers = new LinkedHashMap<>();
    for (int work = 0; work < 24; work++) {
      String text = TEXT.replace("bees", "bees".repeat(work + 2));
      for (String copy : List.of("a", "b")) {
        String title = "Bees of the garden " + (work == 23 ? copy + " counted" : "");
        papers.put(
            new Paper(
                new PaperId("w" + work + copy),
                title,
                text,
                List.of("Ada Byron" + "abcdefghijklmnopqrstuvwx".charAt(work)),
                null,
                List.of(),
                null,
                null),
            (double) work);
      }
    }
    return papers;
  }

  @Test
  void showsTheDoubtfulFirstAndAFewAtOnce() throws IOException {
    write("many", manyWorks(), Decisions.NONE);
    open("many", Window.light(1440, 900));

    assertThat(browser.text("#listed")).isEqualTo("The first 20 are shown.");
    assertThat(browser.text(".work h3")).contains("counted");
    assertThat(browser.text(".work strong")).isEqualTo("Doubtful: the titles differ.");
    assertThat(browser.text(".links")).contains("Doubtful works 1 work").contains("23 works");
    browser.click("#more-works");
    assertThat(browser.text("#listed")).isEmpty();
    assertThat(browser.evaluate("document.activeElement.tagName")).isEqualTo("H3");

    browser.click("#words");
    browser.press("byronc W2a");
    browser.until("listed.textContent === '1 found.'");
  }

  @Test
  void isReadWithoutScripts() {
    open("report", Window.light(1440, 900).withoutScripts());

    assertThat(browser.text("h3")).isEqualTo("The sleep of bees");
    browser.keepScreenshot("duplicates-static");
  }
}
