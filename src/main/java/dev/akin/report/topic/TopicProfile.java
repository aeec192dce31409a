package dev.akin.report.topic;

import dev.akin.report.word.TopicWord;
import java.util.List;

/// What there is to say about a topic beside its papers.
///
/// @param words that set it apart, the best first
/// @param centralities of its papers, in their order: the cosine of each to the mean direction of
///   them all
/// @param years in which the corpus has papers, the first one first
/// @param neighbors the topics it is bound to most, the nearest first
record TopicProfile(
    List<TopicWord> words,
    List<Double> centralities,
    List<TopicYear> years,
    List<TopicNeighbor> neighbors) {
  /// Nothing.
  static final TopicProfile NONE = new TopicProfile(List.of(), List.of(), List.of(), List.of());

  TopicProfile {
    words = List.copyOf(words);
    centralities = List.copyOf(centralities);
    years = List.copyOf(years);
    neighbors = List.copyOf(neighbors);
  }

  /// How alike the papers are: the mean of their centralities; 0 without papers.
  double coherence() {
    return centralities.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /// Where its share of the papers goes.
  Trend trend() {
    return Trend.of(years);
  }
}
