package dev.akin.cli.output;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// Tells how long work goes on: a bar on a terminal, else a line every ten seconds. Safe for use by
/// many threads.
///
/// @hidden public for its own room only
public final class ProgressLine {
  private static final Duration BAR_EVERY = Duration.ofMillis(200);
  private static final Duration LINE_EVERY = Duration.ofSeconds(10);
  private static final int BAR_CELLS = 16;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final Console console;
  private final boolean quiet;
  private long shownNanos = System.nanoTime();

  /// @param quiet whether to tell nothing
  public ProgressLine(Console console, boolean quiet) {
    this.console = console;
    this.quiet = quiet;
  }

  /// Shows a line, unless one was shown just now.
  public synchronized void show(Supplier<String> line) {
    long now = System.nanoTime();
    Duration every = console.bar() ? BAR_EVERY : LINE_EVERY;
    if (!quiet && now - shownNanos >= every.toNanos()) {
      shownNanos = now;
      if (console.bar()) {
        console.err().print(CLEAR_LINE + TerminalText.cut(line.get(), console.width() - 1));
        console.err().flush();
      } else {
        console.err().println(line.get());
      }
    }
  }

  /// A share as a bar, where there may be one, and in percent.
  ///
  /// @param share 0 to 1
  public String share(double share) {
    int cells = (int) Math.round(share * BAR_CELLS);
    String bar = console.bar() ? "█".repeat(cells) + "░".repeat(BAR_CELLS - cells) + " " : "";
    return bar + String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  /// The time that is left if work goes on as it did; empty if nobody can know.
  ///
  /// @param share of it that is done, 0 to 1
  public static String left(Duration elapsed, double share) {
    if (share <= 0.01 || share >= 1) {
      return "";
    }
    long left = Math.round(elapsed.toNanos() / 1e9 * (1 - share) / share);
    return String.format(Locale.ROOT, " · %d:%02d left", left / 60, left % 60);
  }

  /// Says something that is not progress, even if quiet.
  public synchronized void say(String line) {
    console.err().println((console.bar() ? CLEAR_LINE : "") + line);
  }

  /// Takes the bar away.
  public synchronized void clear() {
    if (console.bar() && !quiet) {
      console.err().print(CLEAR_LINE);
      console.err().flush();
    }
  }
}
