package dev.akin.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.report.Placed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/// The map's page as a reader sees it: opened from its file in Chromium.
class MapBrowserIT {
  private static final String HOSTILE = "</script><script>alert(1)</script> \u202Eright";

  @TempDir static Path folder;

  @AutoClose private static Browser browser;

  @BeforeAll
  static void open() {
    browser = Browser.start();
    List<Paper> papers =
        Stream.concat(
                IntStream.range(0, 59)
                    .mapToObj(i -> paper("p" + i, "Words of title " + i, 1990 + i % 30)),
                Stream.of(paper("~odd/id", HOSTILE, 2024)))
            .toList();
    Placed.papers(folder.resolve("index"), papers, placed -> placed.write(folder));
  }

  private static Paper paper(String id, String title, int year) {
    return new Paper(
        new PaperId(id),
        title,
        "The abstract of " + id + ".",
        List.of("Zoë Ångström", "Bo Lee"),
        PublicationDate.parse(Integer.toString(year)),
        List.of(),
        "https://example.org/" + id,
        null);
  }

  @AfterEach
  void hasNothingToComplainOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static Browser page(String hash) {
    return page(hash, Window.light(1200, 800));
  }

  private static Browser page(String hash, Window window) {
    URI address = URI.create(folder.resolve("map.html").toUri() + hash);
    browser.open(address, window);
    browser.until("searched.filter(Boolean).length === 60");
    return browser;
  }

  /// How many pixels of the map do not have the background's color.
  private static double inked(Browser page) {
    return page.number(
        "(draw(), new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height)"
            + ".data.buffer).filter((p, _, all) => p !== all[0]).length)");
  }

  @Test
  void showsThePapersAndDrawsThem() {
    Browser page = page("");
    assertThat(page.text("#status")).isEqualTo("60 papers");
    assertThat(page.text("#topics li:first-child .label")).isEqualTo("parsing </script> & trees");
    assertThat(inked(page)).isGreaterThan(1000);
  }

  @Test
  void isSearchedByKeys() {
    Browser page = page("");
    page.press("/angstrom 58");
    page.until("found.length === 1");
    assertThat(page.text("#status")).startsWith("1 paper with");
    page.press(Keys.ENTER, Keys.ENTER);
    page.until("!details.hidden");
    assertThat(page.text("#details h2")).isEqualTo("Words of title 58");
    page.until("location.hash.includes('paper=p58')");
    page.press(Keys.ESCAPE);
    page.until("details.hidden");
  }

  @Test
  void otherPagesLinkToPapersAndTopics() {
    Browser page = page("#paper=~odd%2Fid");
    assertThat(page.text("#details h2")).isEqualTo(HOSTILE);
    assertThat(page.text("#details bdi")).isEqualTo("~odd/id");
    assertThat(page.evaluate("document.querySelector('#details .open').href"))
        .isEqualTo("https://example.org/~odd/id");
    assertThat(page("#topic=3").text("#status")).startsWith("29 papers in").contains("odd");
    assertThat(page("#paper=none").text("#status")).contains("is not on this map");
  }

  @Test
  void movesByKeysAndNamesThePaperInTheMiddle() {
    Browser page = page("");
    page.evaluate("canvas.focus()");
    page.press("+++");
    assertThat(page.number("zoom()")).isBetween(2.7, 2.8); // 1.4^3
    page.until("!tip.hidden && tip.textContent.includes('et al.')");
    page.press(Keys.ENTER);
    page.until("!details.hidden");
    page.press("0");
    page.until("Math.abs(zoom() - 1) < 0.001");
  }

  @Test
  void showsTheYearsAskedFor() {
    Browser page = page("#from=2010&to=2012");
    // The years from 1990 to 2019 in turn: 2010 to 2012 are those of p20 to p22 and p50 to p52.
    assertThat(page.text("#status")).isEqualTo("6 papers, 2010 to 2012");
  }

  private static void untilOpen(Browser page, String title) {
    page.until("details.querySelector('h2')?.textContent === '" + title + "'");
    page.until("document.querySelectorAll('.nearest li').length === 5");
  }

  /// All papers have the same direction, so the nearest are those with the first ids.
  @Test
  void opensACardWithTheAbstractAndTheNearestPapers() {
    Browser page = page("#paper=p5");
    untilOpen(page, "Words of title 5");

    assertThat(page.text("#details .abstract")).isEqualTo("The abstract of p5.");
    assertThat(page.text("#details .said"))
        .isEqualTo("By cosine, 1 for equal texts. The map has the same numbers.");
    assertThat(page.text(".nearest li:first-child .label")).isEqualTo("Words of title 0");
    assertThat(page.text(".nearest li:first-child .facts"))
        .isEqualTo("1.000Zoë Ångström et al.1990");
    assertThat(page.text(".nearest li:first-child .why"))
        .endsWith("same author: Zoë Ångström, Bo Lee");
    assertThat(page.number("near.length")).isEqualTo(5);
    assertThat(page.evaluate("document.querySelector('#details .page').href.split('/').pop()"))
        .isEqualTo("papers.html#p5");
  }

  @Test
  void drawsLinesToTheNearestPapers() {
    Browser page = page("#paper=p5");
    untilOpen(page, "Words of title 5");
    assertThat(page.number("(ends = 0, context.lineTo = () => ends++, drawNear('red'), ends)"))
        .isEqualTo(5);
  }

  @Test
  void goesBackAndForwardFromPaperToPaper() {
    Browser page = page("#paper=p5");
    untilOpen(page, "Words of title 5");
    page.click(".nearest li:first-child button");
    untilOpen(page, "Words of title 0");
    assertThat(page.text("#details .back")).contains("Words of title 5");

    page.evaluate("history.back()");
    untilOpen(page, "Words of title 5");
    assertThat(page.text("#details .back")).isEmpty();
    page.evaluate("history.forward()");
    untilOpen(page, "Words of title 0");
    page.click("#details .back");
    untilOpen(page, "Words of title 5");
  }

  @Test
  void aClickOnAPointOpensItAndBackClosesIt() {
    Browser page = page("#at=0.5,0.5,20");
    page.evaluate("look(xs[30] / 65535, ys[30] / 65535, 20 * fitScale())");
    page.click("#canvas");
    page.until("!details.hidden");
    assertThat(page.number("choice.paper")).isEqualTo(30);

    page.evaluate("history.back()");
    page.until("details.hidden");
  }

  @Test
  void listsThePapersOfATopic() {
    Browser page = page("");
    page.click("#topics li:nth-child(2) button");
    page.until("results.children.length === 29");

    assertThat(page.evaluate("found.map(point => entry('ranks', point))"))
        .asString()
        .startsWith("[0, 1, 2, 3,");
    page.evaluate("history.back()");
    page.until("results.children.length === 0");
  }

  /// The texts on the map and where they are, as left, top, width.
  private static final String TEXTS =
      "(texts = [], write = (text, x, y) => { const width = context.measureText(text).width; "
          + "texts.push([context.textAlign === 'left' ? x : x - width / 2, y - 8, width]) }, draw(), texts)";

  @Test
  void putsNoLabelUnderAButton() {
    Browser page = page("");
    assertThat(
            page.evaluate(
                "[0, 1, 2, 3, 4, 5, 6, 7].flatMap(i => (topics[0].x = topics[1].x = 0.9 + i / 80,"
                    + " topics[0].y = topics[1].y = 0.8 + i / 40, look(0.5, 0.5, view.width), "
                    + TEXTS
                    + ").filter(([left, top, width]) => left + width > corner.offsetLeft"
                    + " && left < corner.offsetLeft + corner.offsetWidth && top + 16 > corner.offsetTop"
                    + " && top < corner.offsetTop + corner.offsetHeight))"))
        .asString()
        .isEqualTo("[]");
  }

  @Test
  void saysHowManyTopicsHaveNoName() {
    Browser page = page("");
    page.evaluate("(topics[0].x = 0.2, topics[1].x = 0.8, draw())");
    assertThat(page.evaluate("unnamed.hidden")).isEqualTo(true);
    page.evaluate("(Array.from({ length: 20 }, () => topics.push(topics[0])), draw())");

    assertThat(page.text("#unnamed")).matches("\\d+ more names: zoom in");
  }

  @Test
  void numbersTheNearestPapersOnTheMapAsInTheList() {
    Browser page = page("#paper=p5", Window.light(360, 740));
    untilOpen(page, "Words of title 5");
    page.until("flight === 0 || near.every(isInSight)");

    assertThat(
            page.evaluate(
                "(texts = [], write = () => {}, context.fillText = (text, x, y) =>"
                    + " texts.push([text, x, y]), draw(), context.fillText = () => {}, texts.map(text => text[0]))"))
        .isEqualTo(List.of("1", "2", "3", "4", "5"));
    // Their discs have a radius of 9 pixels.
    assertThat(
            page.evaluate(
                "texts.every(([, x, y], i) => texts.slice(i + 1).every(([, left, top]) =>"
                    + " Math.abs(x - left) >= 18 || Math.abs(y - top) >= 18))"))
        .isEqualTo(true);
    assertThat(page.evaluate("[...document.querySelectorAll('.rank')].map(e => e.textContent)"))
        .isEqualTo(List.of("1", "2", "3", "4", "5"));
  }

  @Test
  void showsTheLinesAboveTheCardAndEnlargesIt() {
    Browser page = page("#paper=p40", Window.light(360, 740));
    untilOpen(page, "Words of title 40");
    page.until("[choice.paper, ...near].every(isInSight)");
    assertThat(
            page.evaluate(
                "details.getBoundingClientRect().top >= canvas.getBoundingClientRect().bottom - 1"))
        .isEqualTo(true);
    assertThat(page.number("view.height")).isGreaterThan(250);

    page.click("#details .handle");
    page.until("details.getBoundingClientRect().height > 0.75 * innerHeight");
    assertThat(page.evaluate("document.querySelector('.handle').ariaLabel"))
        .isEqualTo("Smaller card");
    page.click("#details .handle");
    page.until("details.getBoundingClientRect().height < 0.5 * innerHeight");
  }

  @Test
  void listsATopicBelowASmallMapOnAPhone() {
    Browser page = page("", Window.light(360, 740));
    page.evaluate("document.querySelector('#topics li:nth-child(2) button').scrollIntoView()");
    page.click("#topics li:nth-child(2) button");
    page.until("results.children.length === 29");

    page.until("results.getBoundingClientRect().top < 0.75 * innerHeight");
    page.evaluate("results.lastChild.scrollIntoView({ block: 'end' })");
    page.until("canvas.getBoundingClientRect().top === 0");
    assertThat(page.evaluate("results.lastChild.querySelector('button').checkVisibility()"))
        .isEqualTo(true);
  }

  @Test
  void showsTheCardOnAPhone() {
    Browser page = page("#paper=p5", Window.light(360, 740));
    untilOpen(page, "Words of title 5");

    assertThat(
            page.evaluate(
                "(({ left, top, right, bottom }) => left >= 0 && top > 100 && right <= 360 &&"
                    + " bottom <= 741)(details.getBoundingClientRect())"))
        .isEqualTo(true);
    page.until(
        "screenY(choice.paper) > 0 && screenY(choice.paper) + canvas.getBoundingClientRect().top"
            + " < details.getBoundingClientRect().top");
  }

  @Test
  void saysWhichFileIsMissing() throws IOException {
    Path part = Files.createDirectories(folder.resolve("part"));
    Files.copy(folder.resolve("map.html"), part.resolve("map.html"));
    browser.open(part.resolve("map.html").toUri(), Window.light(1200, 800));
    browser.until("status.textContent.includes('data/titles-0.js cannot be read')");
    assertThat(browser.complaints()).hasSize(1);
  }

  /// The color of the map's corner, as a pixel of the canvas.
  private static final String CORNER =
      "new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0]";

  @Test
  void isPrintedOnWhite() {
    Browser page = page("", Window.dark(1200, 800));
    assertThat(page.evaluate("(dispatchEvent(new Event('beforeprint')), " + CORNER + ")"))
        .isEqualTo(0xffffffffL);
    page.evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(page.evaluate("isDark()")).isEqualTo(true);
  }
}
