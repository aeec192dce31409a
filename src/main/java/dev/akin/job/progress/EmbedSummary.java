package dev.akin.job.progress;

import java.time.Duration;

/// What a run of [EmbedJob][dev.akin.job.EmbedJob] did. `read = embedded + finished + sharedText +
/// otherShards + withoutText + refused`.
///
/// @param read records found
/// @param embedded texts that were embedded and written
/// @param finished papers whose text an earlier run has written
/// @param sharedText papers with the same text as an earlier one of this run
/// @param otherShards papers whose text belongs to another shard
/// @param withoutText papers with neither title nor abstract
/// @param refused records that were skipped, and reported as problems
/// @param truncated texts whose end was cut off, because they are longer than the model reads
/// @param tokens tokens that were embedded
/// @param elapsed from start to end
public record EmbedSummary(
    long read,
    long embedded,
    long finished,
    long sharedText,
    long otherShards,
    long withoutText,
    long refused,
    long truncated,
    long tokens,
    Duration elapsed) {
  public double tokensPerSecond() {
    return tokens / seconds();
  }

  public double papersPerSecond() {
    return embedded / seconds();
  }

  private double seconds() {
    return Math.max(1e-3, elapsed.toNanos() / 1e9);
  }
}
