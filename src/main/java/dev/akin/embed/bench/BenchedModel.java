package dev.akin.embed.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a [GraphBench] measured.
///
/// @param texts that were embedded
/// @param tokens of them all, as the published graph sees them
/// @param graphs the published one first
/// @param absent for each precision that was not measured, by its label, why
public record BenchedModel(
    int texts, long tokens, List<BenchedGraph> graphs, Map<String, String> absent) {
  public BenchedModel {
    graphs = List.copyOf(graphs);
    absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent)); // in the order of precisions
  }

  /// The published graph.
  public BenchedGraph published() {
    return graphs.getFirst();
  }
}
