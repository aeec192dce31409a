package dev.akin.report.topic;

/// A year of a topic.
///
/// @param papers number of the topic's papers
/// @param all number of the corpus's papers, at least 1
record TopicYear(int year, int papers, int all) {
  /// The topic's share of the corpus's papers, 0 to 1.
  double share() {
    return (double) papers / all;
  }
}
