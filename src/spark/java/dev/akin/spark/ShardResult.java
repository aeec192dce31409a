package dev.akin.spark;

import dev.akin.job.progress.EmbedSummary;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/// What was done for one shard.
///
/// @param problems each record that was skipped, as `file:line: reason`
record ShardResult(
    long read,
    long embedded,
    long finished,
    long sharedText,
    long withoutText,
    long refused,
    long truncated,
    long tokens,
    List<String> problems)
    implements Serializable {
  static ShardResult of(EmbedSummary done, List<String> problems) {
    return new ShardResult(
        done.read(),
        done.embedded(),
        done.finished(),
        done.sharedText(),
        done.withoutText(),
        done.refused(),
        done.truncated(),
        done.tokens(),
        problems);
  }

  /// All shards together.
  static EmbedSummary sum(List<ShardResult> all, Duration elapsed) {
    return new EmbedSummary(
        sum(all, ShardResult::read),
        sum(all, ShardResult::embedded),
        sum(all, ShardResult::finished),
        sum(all, ShardResult::sharedText),
        0,
        sum(all, ShardResult::withoutText),
        sum(all, ShardResult::refused),
        sum(all, ShardResult::truncated),
        sum(all, ShardResult::tokens),
        elapsed);
  }

  private static long sum(List<ShardResult> all, ToLongFunction<ShardResult> part) {
    return all.stream().mapToLong(part).sum();
  }
}
