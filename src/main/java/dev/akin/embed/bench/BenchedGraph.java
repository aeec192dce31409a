package dev.akin.embed.bench;

import dev.akin.embed.model.RunSettings;
import dev.akin.embed.model.VectorAgreement;
import org.jspecify.annotations.Nullable;

/// The results of a [GraphBench] for one graph.
///
/// @param name `published`, `publishedInt8`, or the label of a `Precision`
/// @param settings how it was run
/// @param tokensPerSecond with many texts, the median of all turns
/// @param timesPublished the speed divided by that of the published graph in the turn before, the
///   median of the rounds; 1 for the published graph itself
/// @param agreement with the published graph; absent for the published graph itself, and if they
///   could not be compared
/// @param phrase the speed with one short text at a time
/// @param abstractText the speed with one paper of median length at a time
public record BenchedGraph(
    String name,
    RunSettings settings,
    double tokensPerSecond,
    double timesPublished,
    @Nullable VectorAgreement agreement,
    SingleText phrase,
    SingleText abstractText) {
  /// How long one text takes.
  ///
  /// @param tokens how many tokens it has
  /// @param p50Millis milliseconds; half of the calls are as fast or faster
  /// @param p99Millis milliseconds; 99 of 100 calls are as fast or faster
  public record SingleText(int tokens, double p50Millis, double p99Millis) {}

  /// Whether it is the published graph, which the others are compared with.
  public boolean isPublished() {
    return name.equals(GraphBench.PUBLISHED);
  }
}
