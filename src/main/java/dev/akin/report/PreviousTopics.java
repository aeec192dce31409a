package dev.akin.report;

import java.util.List;

/// The topics of an earlier report.
///
/// @param topics in the order of their ids
/// @param next the least id never used
/// @param resolution with which they were found
record PreviousTopics(List<PreviousTopic> topics, int next, double resolution) {
  PreviousTopics {
    topics = List.copyOf(topics);
  }

  /// One of them.
  ///
  /// @param papers their ids
  record PreviousTopic(int id, String label, List<String> papers) {
    PreviousTopic {
      papers = List.copyOf(papers);
    }
  }
}
