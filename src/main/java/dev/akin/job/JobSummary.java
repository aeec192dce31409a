package dev.akin.job;

import java.time.Duration;

/// What a run did. `read = indexed + updated + unchanged + duplicates + refused`.
///
/// @param read records found
/// @param indexed papers that the index did not have
/// @param updated papers that the index had otherwise
/// @param unchanged papers that the index had just so
/// @param duplicates records with an id met before in this run; the last one wins
/// @param refused records that were named as problems
/// @param removed papers taken out because the input no longer has them
/// @param keptOut of the unchanged: papers that were deleted for good, and are not there
/// @param rebuilt papers of an index of other models that were embedded anew
/// @param withoutText of the indexed and updated: with neither title nor abstract
/// @param sharedText of them: with a text that another paper has, too
/// @param otherLanguage of them: in a language that a model does not know
/// @param truncated texts whose end the model did not see
/// @param tokens tokens that were embedded
/// @param elapsed from beginning to end
/// @param build the build that was written to
/// @param commit its last commit
public record JobSummary(
    long read,
    long indexed,
    long updated,
    long unchanged,
    long duplicates,
    long refused,
    long removed,
    long keptOut,
    long rebuilt,
    long withoutText,
    long sharedText,
    long otherLanguage,
    long truncated,
    long tokens,
    Duration elapsed,
    String build,
    long commit) {
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
