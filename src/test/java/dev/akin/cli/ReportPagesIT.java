package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import dev.akin.recommend.SampleIndex;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of a report on some of the sample papers as a reader sees them: from their files in
/// Chromium.
class ReportPagesIT {
  private static final String PAPER = "codd-1970-relational";

  @TempDir static Path folder;

  @AutoClose private static Browser browser;

  @BeforeAll
  static void write() throws IOException {
    browser = Browser.start();
    String index = folder.resolve("index").toString();
    String report = folder.resolve("report").toString();
    Path papers = folder.resolve("papers.jsonl");
    Files.write(papers, Files.readAllLines(SampleIndex.PAPERS).subList(0, 100));
    run("index", papers.toString(), "--index", index);
    String earlier = folder.resolve("earlier").toString();
    run("report", "--index", index, "--out", earlier);
    Files.write(papers, Files.readAllLines(SampleIndex.PAPERS).subList(100, 120));
    run("index", papers.toString(), "--index", index);
    run("report", "--index", index, "--out", report, "--papers", PAPER, "--previous", earlier);
  }

  private static void run(String... command) {
    CommandRun run = CommandRun.of(command);
    assertThat(run.code()).as(run.err()).isZero();
  }

  /// The map with the card of a paper open, which on a phone is a sheet.
  @Test
  void keepNobodyFromUsingTheCard() {
    URI card = URI.create(folder.resolve("report/map.html").toUri() + "#paper=" + PAPER);
    for (int width : List.of(360, 1440)) {
      for (Window window : List.of(Window.light(width, 740), Window.dark(width, 740))) {
        browser.open(card, window);
        browser.until("document.querySelectorAll('.nearest li').length === 5");
        browser.until("near.every(isInSight) || !narrow.matches");
        browser.keepScreenshot("report/card-" + window);
        assertThat(browser.axe()).as("%s", window).isEmpty();
        assertThat(browser.number("document.documentElement.scrollWidth"))
            .as("%s", window)
            .isLessThanOrEqualTo(width);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"index", "topics", "duplicates", "compare", "map", "papers", "papers/" + PAPER})
  void keepNobodyFromUsingThem(String name) {
    Path page = folder.resolve("report", name + ".html");
    for (int width : List.of(360, 1440)) {
      for (Window window : List.of(Window.light(width, 900), Window.dark(width, 900))) {
        browser.open(page.toUri(), window);
        browser.keepScreenshot("report/%s-%s".formatted(name, window));
        assertThat(browser.axe()).as("%s", window).isEmpty();
        assertThat(browser.complaints()).as("%s", window).isEmpty();
        assertThat(browser.number("document.documentElement.scrollWidth"))
            .as("%s", window)
            .isLessThanOrEqualTo(width);
      }
    }
  }
}
