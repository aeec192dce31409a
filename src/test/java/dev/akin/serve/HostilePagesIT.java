package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Titles and queries that want to be scripts, on the pages in Chromium.
class HostilePagesIT {
  @TempDir private static Path folder;
  private static TestService service;
  private static Browser browser;

  @BeforeAll
  static void start() {
    HostilePapers.write(folder);
    service = TestService.over(folder, new TestModels(() -> false), options -> options);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    service.close();
  }

  private static void open(String path) {
    browser.open(URI.create("http://127.0.0.1:" + service.port() + path), Window.light(1440, 900));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/date/2024",
        "/paper?id=script",
        "/papers/image",
        "/papers/plain?more=json&not=mustache",
        "/follow?id=script&id=image",
        "/?category=%22%3E%3Cimg%20src=x%20onerror=window.hit=1%3E",
        "/search?mode=lexical&q=%3Cscript%3Ewindow.hit=1%3C/script%3E",
        "/search?mode=lexical&q=author:%22%3Cimg%20src=x%20onerror=window.hit=1%3E%22"
      })
  void showsThemAsText(String path) {
    open(path);
    assertThat(browser.evaluate("document.scripts.length")).isEqualTo(1L);
    assertThat(browser.evaluate("document.images.length + ('hit' in window ? 1 : 0)"))
        .isEqualTo(0L);
    assertThat(browser.complaints()).allMatch(each -> each.contains("404"));
  }

  /// What a completion says is text, too.
  @ParameterizedTest
  @ValueSource(strings = {"trees", "alert", "<script", "<img"})
  void completesWithText(String typed) {
    open("/");
    browser.press("/", typed);
    browser.until("document.activeElement.id === 'q' && document.activeElement.value");
    browser.until(
        "performance.getEntriesByType('resource').some(each => each.name.includes('/v1/complete'))");
    assertThat(browser.evaluate("document.images.length + document.scripts.length")).isEqualTo(1L);
    assertThat(browser.complaints()).isEmpty();
  }
}
