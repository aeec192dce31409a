package dev.akin.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Tools;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.report.Chromium;
import dev.akin.report.Placed;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The map's page as a reader sees it: opened from its file in Chromium.
class MapBrowserIT {
  private static final String HOSTILE = "</script><script>alert(1)</script> \u202Eright";

  @TempDir static Path folder;

  private static @Nullable Chromium browser;

  @BeforeAll
  static void open() {
    Optional<Chromium> found = Chromium.start();
    Tools.require(found.isPresent(), "chromium is not installed");
    browser = found.orElseThrow();
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

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void hasNothingToComplainOf() {
    assertThat(browser().complaints()).isEmpty();
  }

  private static Chromium browser() {
    if (browser == null) {
      throw new IllegalStateException("there is no browser");
    }
    return browser;
  }

  private static String page(String hash) {
    URI address = URI.create(folder.resolve("map.html").toUri() + hash);
    String page = browser().open(address, 1200, 800, false);
    browser().until(page, "words.filter(Boolean).length === 60");
    return page;
  }

  private static String text(String page, String selector) {
    return browser()
        .evaluate(page, "document.querySelector('%s')?.textContent ?? ''".formatted(selector))
        .stringValue();
  }

  /// How many pixels of the map do not have the background's color.
  private static int inked(String page) {
    return browser()
        .evaluate(
            page,
            "(draw(), new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height)"
                + ".data.buffer).filter((p, _, all) => p !== all[0]).length)")
        .intValue();
  }

  @Test
  void showsThePapersAndDrawsThem() {
    String page = page("");
    assertThat(text(page, "#status")).isEqualTo("60 papers");
    assertThat(text(page, "#topics li:first-child .label")).isEqualTo("parsing </script> & trees");
    assertThat(inked(page)).isGreaterThan(1000);
  }

  @Test
  void isSearchedByKeys() {
    String page = page("");
    browser().press(page, "/", "a", "n", "g", "s", "t", "r", "o", "m", " ", "5", "8");
    browser().until(page, "found.length === 1");
    assertThat(text(page, "#status")).startsWith("1 paper with");
    browser().press(page, "Enter", "Enter");
    browser().until(page, "!details.hidden");
    assertThat(text(page, "#details h2")).isEqualTo("Words of title 58");
    browser().until(page, "location.hash.includes('paper=p58')");
    browser().press(page, "Escape");
    browser().until(page, "details.hidden");
  }

  @Test
  void otherPagesLinkToPapersAndTopics() {
    String page = page("#paper=~odd%2Fid");
    assertThat(text(page, "#details h2")).isEqualTo(HOSTILE);
    assertThat(text(page, "#details bdi")).isEqualTo("~odd/id");
    assertThat(
            browser().evaluate(page, "document.querySelector('#details .open').href").stringValue())
        .isEqualTo("https://example.org/~odd/id");
    String topic = page("#topic=3");
    assertThat(text(topic, "#status")).startsWith("29 papers in").contains("odd");
    String missing = page("#paper=none");
    assertThat(text(missing, "#status")).contains("is not on this map");
  }

  @Test
  void movesByKeysAndNamesThePaperInTheMiddle() {
    String page = page("");
    browser().evaluate(page, "canvas.focus()");
    browser().press(page, "+", "+", "+");
    assertThat(browser().evaluate(page, "zoom()").doubleValue()).isBetween(2.7, 2.8); // 1.4^3
    browser().until(page, "!tip.hidden && tip.textContent.includes('et al.')");
    browser().press(page, "Enter");
    browser().until(page, "!details.hidden");
    browser().press(page, "0");
    browser().until(page, "Math.abs(zoom() - 1) < 0.001");
  }

  @Test
  void showsTheYearsAskedFor() {
    String page = page("#from=2010&to=2012");
    // The years from 1990 to 2019 in turn: 2010 to 2012 are those of p20 to p22 and p50 to p52.
    assertThat(text(page, "#status")).isEqualTo("6 papers, 2010 to 2012");
  }
}
