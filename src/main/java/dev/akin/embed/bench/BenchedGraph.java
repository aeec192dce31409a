package dev.akin.embed.bench;

import dev.akin.embed.model.RunSettings;
import dev.akin.embed.model.VectorAgreement;
import org.jspecify.annotations.Nullable;

/// What a [GraphBench] measured of one graph.
///
/// @param name `published`, `publishedInt8`, or the label of a `Precision`
/// @param settings how it was run
/// @param tokensPerSecond of many texts, the median of all turns
/// @param timesPublished as many tokens a second as the published graph in the turn beside it, the
///   median of the rounds; 1 for the published graph itself
/// @param agreement with the published graph; absent for itself, and if it cannot be told
/// @param phrase one short text at a time
/// @param abstractText one paper of middle length at a time
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
  /// @param tokens that the model sees
  /// @param p50Millis half of the calls are as fast
  /// @param p99Millis 99 of 100 are
  public record SingleText(int tokens, double p50Millis, double p99Millis) {}

  /// Whether it is the graph that the others are measured beside.
  public boolean isPublished() {
    return name.equals(GraphBench.PUBLISHED);
  }
}
