package dev.akin.report.topic;

import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.NeighborGraph;
import dev.akin.report.topic.TopicProfile.TopicNeighbor;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Computes the years and the neighbors of topics.
final class TopicProfiles {
  private static final int MAX_NEIGHBORS = 3;

  private final Corpus corpus;

  /// The number of the corpus's papers by year.
  private final TreeMap<Integer, Integer> all = new TreeMap<>();

  /// The sum of the edges' weights between each two topics.
  private final double[][] weights;

  /// @param graph the graph of some of the corpus's papers
  /// @param topics the papers of each topic, by their numbers in the graph
  TopicProfiles(Corpus corpus, NeighborGraph graph, List<List<Integer>> topics) {
    this.corpus = corpus;
    this.weights = new double[topics.size()][topics.size()];
    for (int row = 0; row < corpus.size(); row++) {
      if (corpus.year(row) > 0) {
        all.merge(corpus.year(row), 1, Integer::sum);
      }
    }
    int[] of = places(graph.nodes(), topics);
    for (int edge = 0; edge < graph.edges(); edge++) {
      int a = of[graph.a(edge)];
      int b = of[graph.b(edge)];
      if (a >= 0 && b >= 0 && a != b) {
        weights[a][b] += graph.weight(edge);
        weights[b][a] += graph.weight(edge);
      }
    }
  }

  private static int[] places(int nodes, List<List<Integer>> topics) {
    int[] of = IntStream.generate(() -> -1).limit(nodes).toArray();
    for (int place = 0; place < topics.size(); place++) {
      for (int row : topics.get(place)) {
        of[row] = place;
      }
    }
    return of;
  }

  /// The years in which the corpus has papers, with the number of papers of some rows in each.
  List<TopicYear> years(List<Integer> rows) {
    TreeMap<Integer, Integer> of = new TreeMap<>();
    rows.forEach(row -> of.merge(corpus.year(row), 1, Integer::sum));
    return all.entrySet().stream()
        .map(
            year ->
                new TopicYear(year.getKey(), of.getOrDefault(year.getKey(), 0), year.getValue()))
        .toList();
  }

  /// The topics with the heaviest edges to a topic, equally heavy ones in their order.
  ///
  /// @param place the topic's place
  /// @param ids the ids of all topics
  List<TopicNeighbor> neighbors(int place, TopicIds ids) {
    double[] to = weights[place];
    double sum = 0;
    for (double weight : to) {
      sum += weight;
    }
    double total = sum;
    return IntStream.range(0, to.length)
        .filter(other -> to[other] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer other) -> -to[other]).thenComparing(o -> o))
        .limit(MAX_NEIGHBORS)
        .map(other -> new TopicNeighbor(ids.id(other), to[other] / total))
        .toList();
  }
}
