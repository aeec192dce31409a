package dev.akin.report.topic;

import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.NeighborGraph;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What the papers of topics say together.
final class TopicProfiles {
  /// How many neighbors of a topic are told.
  private static final int NEIGHBORS = 3;

  private final Corpus corpus;
  private final TreeMap<Integer, Integer> all = new TreeMap<>();

  /// What binds each topic to each other one.
  private final double[][] bonds;

  /// @param topics the rows of each
  TopicProfiles(Corpus corpus, NeighborGraph graph, List<List<Integer>> topics) {
    this.corpus = corpus;
    this.bonds = new double[topics.size()][topics.size()];
    for (int row = 0; row < corpus.size(); row++) {
      if (corpus.year(row) > 0) {
        all.merge(corpus.year(row), 1, Integer::sum);
      }
    }
    int[] of = places(corpus.size(), topics);
    for (int edge = 0; edge < graph.edges(); edge++) {
      int a = of[graph.a(edge)];
      int b = of[graph.b(edge)];
      if (a >= 0 && b >= 0 && a != b) {
        bonds[a][b] += graph.weight(edge);
        bonds[b][a] += graph.weight(edge);
      }
    }
  }

  private static int[] places(int rows, List<List<Integer>> topics) {
    int[] of = IntStream.generate(() -> -1).limit(rows).toArray();
    for (int place = 0; place < topics.size(); place++) {
      for (int row : topics.get(place)) {
        of[row] = place;
      }
    }
    return of;
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

  /// The topics that one is bound to most, those of equal bonds in their order.
  ///
  /// @param place of the topic
  /// @param ids of all topics
  List<TopicNeighbor> neighbors(int place, TopicIds ids) {
    double[] to = bonds[place];
    double sum = 0;
    for (double bond : to) {
      sum += bond;
    }
    double total = sum;
    return IntStream.range(0, to.length)
        .filter(other -> to[other] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer other) -> -to[other]).thenComparing(o -> o))
        .limit(NEIGHBORS)
        .map(other -> new TopicNeighbor(ids.id(other), to[other] / total))
        .toList();
  }
}
