package dev.akin.cli.output;

import dev.akin.job.JobListener;
import dev.akin.job.JobProgress;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells how a job goes on: a bar on a terminal, else a line every ten seconds; and names each
/// refused record, on standard error or in a file.
///
/// @hidden public for its own room only
public final class JobReport implements JobListener, AutoCloseable {
  private final ProgressLine bar;
  private final boolean quiet;
  private final @Nullable RefusedFile refused;
  private final List<ReadException> failures = new ArrayList<>();
  private @Nullable String notPruned;
  private final long startNanos = System.nanoTime();

  /// @param refused where refused records are named; absent for standard error
  public JobReport(Console console, boolean quiet, @Nullable RefusedFile refused) {
    this.bar = new ProgressLine(console, quiet);
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
  public @Nullable String notPruned() {
    return notPruned;
  }

  /// Inputs that could not be read, or not to their end.
  public List<ReadException> failures() {
    return failures;
  }

  @Override
  public void progress(JobProgress progress) {
    bar.show(() -> line(progress, Duration.ofNanos(System.nanoTime() - startNanos)));
  }

  private String line(JobProgress progress, Duration elapsed) {
    double seconds = Math.max(1e-3, elapsed.toNanos() / 1e9);
    StringBuilder line = new StringBuilder();
    if (progress.share() >= 0) {
      line.append(bar.share(progress.share())).append(" · ");
    }
    line.append(
        String.format(
            Locale.ROOT,
            "%,d read · %,d embedded · %.0f papers/s · %,.0f tokens/s",
            progress.read(),
            progress.embedded(),
            progress.embedded() / seconds,
            progress.tokens() / seconds));
    line.append(ProgressLine.left(elapsed, progress.share()));
    if (progress.refused() > 0) {
      line.append(String.format(Locale.ROOT, " · %,d refused", progress.refused()));
    }
    return line.toString();
  }

  private void say(String line) {
    bar.say(line);
  }

  /// Takes the bar away.
  public void clear() {
    bar.clear();
  }

  @Override
  public void close() {
    clear();
    if (refused != null) {
      refused.close();
    }
  }
}
