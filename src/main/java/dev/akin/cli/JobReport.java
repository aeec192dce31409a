package dev.akin.cli;

import dev.akin.job.JobListener;
import dev.akin.job.JobProgress;
import dev.akin.read.Problem;
import dev.akin.read.ReadException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells how a job goes on: a bar on a terminal, else a line every ten seconds; and names each
/// refused record, on standard error or in a file.
final class JobReport implements JobListener, AutoCloseable {
  private static final Duration BAR_EVERY = Duration.ofMillis(200);
  private static final Duration LINE_EVERY = Duration.ofSeconds(10);
  private static final int BAR_CELLS = 16;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final Console console;
  private final boolean quiet;
  private final @Nullable RefusedFile refused;
  private final List<ReadException> failures = new ArrayList<>();
  private @Nullable String notPruned;
  private final long startNanos = System.nanoTime();
  private long shownNanos = startNanos;

  /// @param refused where refused records are named; absent for standard error
  JobReport(Console console, boolean quiet, @Nullable RefusedFile refused) {
    this.console = console;
    this.quiet = quiet;
    this.refused = refused;
  }

  @Override
  public void refused(Problem problem) {
    if (refused == null) {
      say(problem.toString());
    } else {
      refused.write(problem);
    }
  }

  @Override
  public void failed(ReadException failure) {
    failures.add(failure);
    say("akin: " + failure.getMessage());
  }

  @Override
  public void notPruned(String why) {
    notPruned = why;
  }

  @Override
  public void rebuilding(int papers) {
    if (!quiet) {
      say(
          String.format(
              Locale.ROOT,
              "akin: embedding %,d papers anew; until that is done the index answers as before",
              papers));
    }
  }

  /// Why papers were not removed, if they were not.
  @Nullable String notPruned() {
    return notPruned;
  }

  /// Inputs that could not be read, or not to their end.
  List<ReadException> failures() {
    return failures;
  }

  @Override
  public void progress(JobProgress progress) {
    long now = System.nanoTime();
    Duration every = console.bar() ? BAR_EVERY : LINE_EVERY;
    if (!quiet && now - shownNanos >= every.toNanos()) {
      shownNanos = now;
      String line = line(progress, Duration.ofNanos(now - startNanos), console.bar());
      if (console.bar()) {
        console.err().print(CLEAR_LINE + Lines.cut(line, console.width() - 1));
        console.err().flush();
      } else {
        console.err().println(line);
      }
    }
  }

  private static String line(JobProgress progress, Duration elapsed, boolean bar) {
    double seconds = Math.max(1e-3, elapsed.toNanos() / 1e9);
    StringBuilder line = new StringBuilder();
    if (progress.share() >= 0) {
      if (bar) {
        int cells = (int) Math.round(progress.share() * BAR_CELLS);
        line.append("█".repeat(cells)).append("░".repeat(BAR_CELLS - cells)).append(' ');
      }
      line.append(String.format(Locale.ROOT, "%.0f %% · ", progress.share() * 100));
    }
    line.append(
        String.format(
            Locale.ROOT,
            "%,d read · %,d embedded · %.0f papers/s · %,.0f tokens/s",
            progress.read(),
            progress.embedded(),
            progress.embedded() / seconds,
            progress.tokens() / seconds));
    if (progress.share() > 0.01 && progress.share() < 1) {
      long left = Math.round(seconds * (1 - progress.share()) / progress.share());
      line.append(String.format(Locale.ROOT, " · %d:%02d left", left / 60, left % 60));
    }
    if (progress.refused() > 0) {
      line.append(String.format(Locale.ROOT, " · %,d refused", progress.refused()));
    }
    return line.toString();
  }

  private void say(String line) {
    console.err().println((console.bar() ? CLEAR_LINE : "") + line);
  }

  /// Takes the bar away.
  void clear() {
    if (console.bar() && !quiet) {
      console.err().print(CLEAR_LINE);
      console.err().flush();
    }
  }

  @Override
  public void close() {
    clear();
    if (refused != null) {
      refused.close();
    }
  }
}
