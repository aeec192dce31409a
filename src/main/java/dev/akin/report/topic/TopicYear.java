package dev.akin.report.topic;

/// A year of a topic.
///
/// @param papers of the topic
/// @param all papers of the corpus, at least 1
record TopicYear(int year, int papers, int all) {
  /// The topic's share of the corpus's papers, 0 to 1.
  double share() {
    return (double) papers / all;
  }
}
