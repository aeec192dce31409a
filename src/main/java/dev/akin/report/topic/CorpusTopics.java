package dev.akin.report.topic;

import dev.akin.report.corpus.Corpus;
import dev.akin.vector.NeighborLists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A corpus with its topics.
///
/// @param lists the nearest papers of each row
/// @param before the topics of the earlier report; absent if there is none
///
/// @hidden public for its own room only
public record CorpusTopics(
    Corpus corpus, NeighborLists lists, Topics topics, @Nullable PreviousTopics before) {
  /// The smallest id that no topic ever had.
  int next() {
    int used = topics.list().stream().mapToInt(Topic::id).max().orElse(0) + 1;
    return before == null ? used : Math.max(used, before.next());
  }

  /// How topics changed since the earlier report; empty if there is none.
  public List<TopicChange> changes() {
    return before == null ? List.of() : TopicChange.between(before, topics, corpus);
  }

  /// The topics of languages that the models do not know, largest first.
  public List<Topic> languages() {
    return topics.list().stream().filter(topic -> topic.language() != null).toList();
  }

  /// The papers that are unlike all others, most unlike first.
  List<Outlier> outliers() {
    return Outlier.of(lists, row -> corpus.unknownLanguage(row) == null);
  }
}
