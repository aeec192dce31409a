package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The service's first page as a reader sees it in Chromium.
class HomePageIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"360, light", "360, dark", "1440, light", "1440, dark"})
  void keepsNobodyFromUsingIt(int width, String scheme) {
    Window window = new Window(width, 900, scheme.equals("dark"), true);
    try (TestService service = TestService.start(folder);
        Browser browser = Browser.start()) {
      browser.open(URI.create("http://127.0.0.1:" + service.port() + "/"), window);
      browser.keepScreenshot("home-%d-%s".formatted(width, scheme));
      assertThat(browser.axe()).doesNotContain("critical ", "serious ");
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
    }
  }
}
