package dev.akin.cli.output;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Shows how far some work is: a bar on a terminal, else a line every ten seconds. Safe for use by
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

  /// A share as a bar, where there may be one, and in percent, rounded down: 100 % means that all
  /// is done.
  ///
  /// @param share 0 to 1
  public String share(double share) {
    int cells = (int) (share * BAR_CELLS);
    String bar = console.bar() ? "█".repeat(cells) + "░".repeat(BAR_CELLS - cells) + " " : "";
    return bar + (int) (share * 100) + " %";
  }

  /// The time that is left if the work goes on as fast as so far; empty if it is unknown.
  ///
  /// @param elapsed since the work began
  /// @param share of the work that is done, 0 to 1
  public static String left(Duration elapsed, double share) {
    if (share <= 0.01 || share >= 1) {
      return "";
    }
    return left(Duration.ofNanos(Math.round(elapsed.toNanos() * (1 - share) / share)));
  }

  /// The time that is left: ` · 3:07 left`; empty if it is unknown.
  public static String left(@Nullable Duration time) {
    if (time == null) {
      return "";
    }
    String hours = time.toHours() == 0 ? "" : time.toHours() + ":";
    String minutes = hours.isEmpty() ? "%d:%02d" : "%02d:%02d";
    return " · " + hours + minutes.formatted(time.toMinutesPart(), time.toSecondsPart()) + " left";
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
