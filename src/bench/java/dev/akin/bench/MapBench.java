package dev.akin.bench;

import dev.akin.Browser;
import dev.akin.Browser.Window;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/// How large a map's page is, and how fast Chromium paints it from its file: the first paint, as
/// its own clock has it, of five new pages; when the points are drawn; when titles are read; and
/// how long a frame takes in which all points are drawn anew, 20 of them while zooming. No graphics
/// card is used.
///
/// Usage: MapBench FILE
final class MapBench {
  private static final int PAGES = 5;
  private static final String PAINT =
      "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0";

  private static final String DRAWN = "performance.getEntriesByName('drawn')[0].startTime";

  private static final String READ = "performance.getEntriesByName('read')[0].startTime";

  /// One frame: the page draws between two callbacks of the same frame.
  private static final String FRAME =
      """
      new Promise(done => {
        let start;
        requestAnimationFrame(() => start = performance.now());
        document.getElementById('canvas').dispatchEvent(
          new KeyboardEvent('keydown', { key: KEY }));
        requestAnimationFrame(() => done(performance.now() - start));
      })""";

  private MapBench() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]).toAbsolutePath();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Browser browser = Browser.start()) {
      double[] paints = new double[PAGES];
      double[] drawn = new double[PAGES];
      double[] ready = new double[PAGES];
      double[] frames = {};
      for (int i = 0; i < PAGES; i++) {
        browser.open(file.toUri(), Window.light(1440, 900));
        browser.until("(" + PAINT + ") > 0 && ready");
        paints[i] = browser.number(PAINT);
        drawn[i] = browser.number(DRAWN);
        ready[i] = browser.number(READ);
        frames = i == 0 ? frames(browser) : frames;
      }
      out.printf(
          Locale.ROOT,
          "%,d bytes; median of %d pages: first paint %.0f ms (under 2000), points drawn %.0f ms, titles read %.0f ms;"
              + " redraw at 1440x900: median %.1f ms, slowest of %d %.1f ms%n",
          Files.size(file),
          PAGES,
          median(paints),
          median(drawn),
          median(ready),
          median(frames),
          frames.length,
          Arrays.stream(frames).max().orElseThrow());
    }
  }

  private static double[] frames(Browser browser) {
    return IntStream.range(0, 20)
        .mapToObj(i -> FRAME.replace("KEY", i % 4 < 2 ? "'+'" : "'-'"))
        .mapToDouble(browser::number)
        .toArray();
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }
}
