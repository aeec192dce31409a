package dev.akin.report.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group of similar papers.
///
/// @param id stays the same from one report to the next, 1 or more
/// @param label the words that distinguish it from the other topics, short enough for a map
/// @param papers the rows of its papers, most central first
/// @param profile more facts about its papers
/// @param language the language of its papers, if it is of that kind ([LanguageGroup]); absent for
///   papers with a subject in common
///
/// @hidden public for its own room only
public record Topic(
    int id, String label, List<Integer> papers, TopicProfile profile, @Nullable String language) {
  public Topic {
    papers = List.copyOf(papers);
  }

  /// A topic without a profile.
  public Topic(int id, String label, List<Integer> papers) {
    this(id, label, papers, TopicProfile.NONE, null);
  }
}
