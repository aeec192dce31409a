package dev.akin.report.map;

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
        "",
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
    URI address = URI.create(folder.resolve("map.html").toUri() + hash);
    browser.open(address, Window.light(1200, 800));
    browser.until("words.filter(Boolean).length === 60");
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
}
