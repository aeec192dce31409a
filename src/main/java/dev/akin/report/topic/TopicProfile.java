package dev.akin.report.topic;

import dev.akin.report.word.TopicLabels.TopicWord;
import java.util.List;

/// Facts about a topic's papers.
///
/// @param words the words that distinguish it from the other topics, best first
/// @param centralities the cosine of each paper to the mean direction of all, in the order of the
///   topic's papers
/// @param years the years in which the corpus has papers, earliest first
/// @param neighbors the topics with the heaviest edges to it, nearest first
record TopicProfile(
    List<TopicWord> words,
    List<Double> centralities,
    List<TopicYear> years,
    List<TopicNeighbor> neighbors) {
  /// A neighbor of a topic.
  ///
  /// @param id the neighbor's id
  /// @param share the share of the topic's edges to all other topics that lead to this neighbor, by
  ///   weight, 0 to 1
  record TopicNeighbor(int id, double share) {}

  /// The profile without facts.
  static final TopicProfile NONE = new TopicProfile(List.of(), List.of(), List.of(), List.of());

  TopicProfile {
    words = List.copyOf(words);
    centralities = List.copyOf(centralities);
    years = List.copyOf(years);
    neighbors = List.copyOf(neighbors);
  }

  /// How similar the papers are: the mean of their centralities, -1 to 1; 0 without papers.
  double coherence() {
    return centralities.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /// How its share of the corpus's papers changes.
  Trend trend() {
    return Trend.of(years);
  }
}
