package dev.akin.report;

import java.util.List;
import java.util.TreeMap;

/// What topics' papers say together.
final class TopicProfiles {
  private final Corpus corpus;
  private final TreeMap<Integer, Integer> all;

  TopicProfiles(Corpus corpus, NeighborGraph graph, int[] of) {
    this.corpus = corpus;
    this.all = new TreeMap<>();
    for (int row = 0; row < corpus.size(); row++) {
      if (corpus.year(row) > 0) {
        all.merge(corpus.year(row), 1, Integer::sum);
      }
    }
  }

  /// The years in which the corpus has papers, with those of some rows.
  List<TopicYear> years(List<Integer> rows) {
    TreeMap<Integer, Integer> of = new TreeMap<>();
    rows.forEach(row -> of.merge(corpus.year(row), 1, Integer::sum));
    return all.entrySet().stream()
        .map(
            year ->
                new TopicYear(year.getKey(), of.getOrDefault(year.getKey(), 0), year.getValue()))
        .toList();
  }
}
