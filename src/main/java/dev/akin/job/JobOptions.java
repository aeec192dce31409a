package dev.akin.job;

import dev.akin.read.ReadOptions;

/// How a job is run.
///
/// @param read how its inputs are read
/// @param prune what happens to papers that the input does not have
/// @param otherModels what happens to an index that was made with other models
/// @param commitShare how much of its time it may spend on making safe what is done, 0 to 1: as
///   long as it spends less, it does so after every window of papers
public record JobOptions(
    ReadOptions read, Prune prune, OtherModels otherModels, double commitShare) {
  /// Formats found by content, nothing removed, no other models, a tenth of the time for commits.
  public static final JobOptions DEFAULT =
      new JobOptions(ReadOptions.DEFAULT, Prune.NEVER, OtherModels.REFUSED, 0.1);

  /// What happens to papers that the index has and the input does not.
  public enum Prune {
    /// They stay.
    NEVER,
    /// They are removed, unless the input had a problem or they are more than 5 % of the index.
    CAREFULLY,
    /// They are removed, however many they are.
    FORCED
  }

  /// What happens to an index that was made with other models than the job's.
  public enum OtherModels {
    /// It is left alone, and the job fails.
    REFUSED,
    /// Its papers are embedded anew, into a build that takes its place in the end.
    REPLACED
  }

  /// The same for inputs that are read otherwise.
  public JobOptions reading(ReadOptions otherwise) {
    return new JobOptions(otherwise, prune, otherModels, commitShare);
  }

  /// The same with another way to prune.
  public JobOptions pruning(Prune otherwise) {
    return new JobOptions(read, otherwise, otherModels, commitShare);
  }

  /// The same with another answer to an index of other models.
  public JobOptions onOtherModels(OtherModels otherwise) {
    return new JobOptions(read, prune, otherwise, commitShare);
  }

  /// The same with another share of the time for commits.
  public JobOptions committing(double share) {
    return new JobOptions(read, prune, otherModels, share);
  }
}
