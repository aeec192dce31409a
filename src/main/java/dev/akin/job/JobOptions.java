package dev.akin.job;

import dev.akin.read.ReadOptions;
import java.time.Duration;

/// How a job is run.
///
/// @param read how its inputs are read
/// @param prune what happens to papers that the input does not have
/// @param commitEvery how often what is done is made safe; at most so much work is done twice after
///   a crash
public record JobOptions(ReadOptions read, Prune prune, Duration commitEvery) {
  /// Formats found by content, nothing removed, a commit every half minute.
  public static final JobOptions DEFAULT =
      new JobOptions(ReadOptions.DEFAULT, Prune.NEVER, Duration.ofSeconds(30));

  /// What happens to papers that the index has and the input does not.
  public enum Prune {
    /// They stay.
    NEVER,
    /// They are removed, unless the input had a problem or they are more than 5 % of the index.
    CAREFULLY,
    /// They are removed, however many they are.
    FORCED
  }
}
