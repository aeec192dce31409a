package dev.akin.job;

import dev.akin.exchange.LoadedVectors;
import dev.akin.read.ReadOptions;
import org.jspecify.annotations.Nullable;

/// How a job is run.
///
/// @param read how its inputs are read
/// @param prune what happens to papers that the input does not have
/// @param otherModels what happens to an index that was made with other models
/// @param commitShare the share of its time that the job may spend on commits, 0 to 1. As long as
///   it spends less, it commits after every window of papers
/// @param vectors are used instead of embedding the texts that they have; absent if all texts are
///   embedded
public record JobOptions(
    ReadOptions read,
    Prune prune,
    OtherModels otherModels,
    double commitShare,
    @Nullable LoadedVectors vectors) {
  /// Finds formats by content, removes nothing, refuses other models, spends a tenth of the time on
  /// commits.
  public static final JobOptions DEFAULT =
      new JobOptions(ReadOptions.DEFAULT, Prune.NEVER, OtherModels.REFUSED, 0.1, null);

  /// What happens to papers that the index has and the input does not.
  public enum Prune {
    /// They stay.
    NEVER,
    /// They are removed, unless the input had a problem or they are more than 5 % of the index.
    CAREFULLY,
    /// They are removed, in any case.
    FORCED
  }

  /// What happens to an index that was made with other models than the job's.
  public enum OtherModels {
    /// It stays as it is, and the job fails.
    REFUSED,
    /// Its papers are embedded again, into a build that replaces it in the end.
    REPLACED
  }

  /// The same with other options for reading.
  public JobOptions reading(ReadOptions otherwise) {
    return new JobOptions(otherwise, prune, otherModels, commitShare, vectors);
  }

  /// The same with another way to prune.
  public JobOptions pruning(Prune otherwise) {
    return new JobOptions(read, otherwise, otherModels, commitShare, vectors);
  }

  /// The same with another choice for an index of other models.
  public JobOptions onOtherModels(OtherModels otherwise) {
    return new JobOptions(read, prune, otherwise, commitShare, vectors);
  }

  /// The same with another share of the time for commits.
  public JobOptions committing(double share) {
    return new JobOptions(read, prune, otherModels, share, vectors);
  }

  /// The same with vectors that were made before.
  ///
  /// @param made in the space of the job's only model
  public JobOptions loading(@Nullable LoadedVectors made) {
    return new JobOptions(read, prune, otherModels, commitShare, made);
  }
}
