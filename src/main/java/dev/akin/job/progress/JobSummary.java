package dev.akin.job.progress;

import java.time.Duration;

/// What a run did. `read = indexed + updated + unchanged + duplicates + refused`.
///
/// @param read records found
/// @param indexed papers that the index did not have
/// @param updated papers that have changed since the index got them
/// @param unchanged papers that the index already had
/// @param duplicates records whose id came before in this run; the last record wins
/// @param replaced of the duplicates: those that are not the same paper in all fields, and so
///   replaced an earlier one
/// @param refused records that were skipped, and reported as problems
/// @param removed papers deleted because the input no longer has them
/// @param keptOut of the unchanged papers: those that were deleted permanently and stay out
/// @param leftOut harvested records that were not read, because their papers are not open
/// @param rebuilt papers of an index of other models that were embedded again
/// @param withoutText of the indexed and updated papers: those with neither title nor abstract
/// @param sharedText of the indexed and updated papers: those with the same text as another paper
/// @param otherLanguage of the indexed and updated papers: those in a language that a model does
///   not know
/// @param truncated texts whose end was cut off, because they are longer than the model reads
/// @param tokens tokens that were embedded
/// @param elapsed from start to end
/// @param build the build that was written to
/// @param commit its last commit
public record JobSummary(
    long read,
    long indexed,
    long updated,
    long unchanged,
    long duplicates,
    long replaced,
    long refused,
    long removed,
    long keptOut,
    long leftOut,
    long rebuilt,
    long withoutText,
    long sharedText,
    long otherLanguage,
    long truncated,
    long tokens,
    Duration elapsed,
    String build,
    long commit) {
  /// What was done since `before`.
  public JobSummary minus(JobSummary before) {
    return new JobSummary(
        read - before.read,
        indexed - before.indexed,
        updated - before.updated,
        unchanged - before.unchanged,
        duplicates - before.duplicates,
        replaced - before.replaced,
        refused - before.refused,
        removed - before.removed,
        keptOut - before.keptOut,
        leftOut - before.leftOut,
        rebuilt - before.rebuilt,
        withoutText - before.withoutText,
        sharedText - before.sharedText,
        otherLanguage - before.otherLanguage,
        truncated - before.truncated,
        tokens - before.tokens,
        elapsed.minus(before.elapsed),
        build,
        commit);
  }

  public double tokensPerSecond() {
    return tokens / seconds();
  }

  public double papersPerSecond() {
    return (indexed + updated) / seconds();
  }

  private double seconds() {
    return Math.max(1e-3, elapsed.toNanos() / 1e9);
  }
}
