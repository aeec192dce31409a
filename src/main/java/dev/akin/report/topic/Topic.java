package dev.akin.report.topic;

import java.util.List;

/// Papers that belong together.
///
/// @param id stays with the topic from one report to the next, 1 or more
/// @param label the words that set it apart from the others, short enough for a map
/// @param papers their rows, the most central first
/// @param profile what else there is to say
///
/// @hidden public for its own room only
public record Topic(int id, String label, List<Integer> papers, TopicProfile profile) {
  public Topic {
    papers = List.copyOf(papers);
  }

  /// A topic of which nothing else is known.
  public Topic(int id, String label, List<Integer> papers) {
    this(id, label, papers, TopicProfile.NONE);
  }
}
