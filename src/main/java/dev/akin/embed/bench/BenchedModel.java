package dev.akin.embed.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The results of a [GraphBench].
///
/// @param texts how many texts were embedded
/// @param tokens how many tokens they have
/// @param graphs the published graph first
/// @param absent why a precision was not measured, by its label
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
