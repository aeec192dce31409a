package dev.akin.job;

import dev.akin.job.progress.JobSummary;
import java.time.Duration;

/// Counts of a running job.
final class JobCounters {
  private final long startNanos = System.nanoTime();
  long read;
  long indexed;
  long updated;
  long unchanged;
  long duplicates;
  long replaced;
  long refused;
  long removed;
  long keptOut;
  long leftOut;
  long rebuilt;
  long withoutText;
  long sharedText;
  long otherLanguage;
  long truncated;
  long tokens;
  long embedded;

  /// Texts with vectors that were made before.
  long made;

  /// A paper was written.
  void count(CountAs counted) {
    switch (counted) {
      case INDEXED -> indexed++;
      case UPDATED -> updated++;
      case TAKEN_OVER -> rebuilt++;
      case BEFORE -> {}
    }
  }

  /// What was done so far.
  ///
  /// @param open records that were read and are not yet written: they count as not read
  JobSummary summary(String build, long commit, long open) {
    return new JobSummary(
        read - open,
        indexed,
        updated,
        unchanged,
        duplicates,
        replaced,
        refused,
        removed,
        keptOut,
        leftOut,
        rebuilt,
        withoutText,
        sharedText,
        otherLanguage,
        truncated,
        tokens,
        Duration.ofNanos(System.nanoTime() - startNanos),
        build,
        commit);
  }
}
