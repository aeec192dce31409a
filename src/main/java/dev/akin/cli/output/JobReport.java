package dev.akin.cli.output;

import dev.akin.base.Printable;
import dev.akin.job.progress.JobListener;
import dev.akin.job.progress.JobProgress;
import dev.akin.job.progress.JobSummary;
import dev.akin.job.progress.SourceSummary;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Tells how a job goes on: a bar on a terminal, else a line every ten seconds; and names each
/// record that was refused or replaced another one, on standard error or in a file.
///
/// @hidden public for its own room only
public final class JobReport implements JobListener, AutoCloseable {
  private static final int MAX_NAMED = 10;

  private final ProgressLine bar;
  private final boolean quiet;
  private final @Nullable RefusedFile refused;
  private final List<ReadException> failures = new ArrayList<>();
  private final List<SourceSummary> harvested = new CopyOnWriteArrayList<>();
  private long withoutVector;
  private long withoutPaper;
  private @Nullable String notPruned;
  private volatile @Nullable JobSummary kept;
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
  public void replaced(Problem problem) {
    refused(problem);
  }

  @Override
  public void decoded(PaperSource source, Charset encoding) {
    if (!quiet) {
      say("akin: %s is not UTF-8; read as %s".formatted(source, encoding.displayName()));
    }
  }

  @Override
  public void withoutVector(Problem problem) {
    name(problem, ++withoutVector);
  }

  @Override
  public void withoutPaper(Problem problem) {
    name(problem, ++withoutPaper);
  }

  /// There may be as many of them as papers.
  private void name(Problem problem, long count) {
    if (refused != null || count <= MAX_NAMED) {
      refused(problem);
    } else if (count == MAX_NAMED + 1) {
      say("akin: more like this one follow; --refused FILE names all");
    }
  }

  /// Papers that were embedded because there was no vector for them.
  public long withoutVector() {
    return withoutVector;
  }

  /// Vectors that no paper has.
  public long withoutPaper() {
    return withoutPaper;
  }

  @Override
  public void failed(ReadException failure) {
    failures.add(failure);
    say("akin: " + failure.getMessage());
  }

  @Override
  public void notPruned(String why) {
    notPruned = notPruned == null ? why : notPruned + "; " + why;
  }

  @Override
  public void harvested(SourceSummary done) {
    harvested.add(done);
  }

  /// What was done with each server so far. Safe to call from any thread.
  public List<SourceSummary> harvested() {
    return List.copyOf(harvested);
  }

  @Override
  public void rebuilding(int papers) {
    if (!quiet) {
      say(
          "akin: embedding %s again; until that is done the old vectors answer"
              .formatted(Printable.count(papers, "paper")));
    }
  }

  @Override
  public void committed(JobSummary done) {
    kept = done;
  }

  /// What the index keeps of the job whatever happens now; absent until the index is open. Safe to
  /// call from any thread.
  public @Nullable JobSummary kept() {
    return kept;
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
    bar.show(() -> line(progress));
  }

  private String line(JobProgress progress) {
    double seconds = Math.max(1e-3, (System.nanoTime() - startNanos) / 1e9);
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
    line.append(ProgressLine.left(progress.left()));
    if (progress.refused() > 0) {
      line.append(String.format(Locale.ROOT, " · %,d skipped", progress.refused()));
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
