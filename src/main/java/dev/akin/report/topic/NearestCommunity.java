package dev.akin.report.topic;

import dev.akin.report.corpus.NeighborGraph;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Puts each paper without a community into the community that it has the heaviest edges to.
final class NearestCommunity {
  private final NeighborGraph graph;
  private final int[] of;

  /// @param of the community of each row; -1 for none
  NearestCommunity(NeighborGraph graph, int[] of) {
    this.graph = graph;
    this.of = of;
  }

  /// The community of each row, numbered from 0 without gaps. If two communities have equally heavy
  /// edges to a paper, it joins the one with the smaller number. A paper without edges to any
  /// community becomes one of its own.
  int[] joined() {
    Map<Integer, Map<Integer, Double>> weightsOf = new HashMap<>();
    for (int edge = 0; edge < graph.edges(); edge++) {
      add(weightsOf, graph.a(edge), graph.b(edge), graph.weight(edge));
      add(weightsOf, graph.b(edge), graph.a(edge), graph.weight(edge));
    }
    int[] joined = of.clone();
    int next = Arrays.stream(of).max().orElse(-1) + 1;
    for (int row = 0; row < joined.length; row++) {
      if (joined[row] < 0) {
        Map<Integer, Double> weights = weightsOf.get(row);
        joined[row] = weights == null ? next++ : strongest(weights);
      }
    }
    Map<Integer, Integer> numbers = new HashMap<>();
    return Arrays.stream(joined).map(old -> number(numbers, old)).toArray();
  }

  private static int number(Map<Integer, Integer> numbers, int old) {
    numbers.putIfAbsent(old, numbers.size());
    return numbers.getOrDefault(old, 0);
  }

  private void add(
      Map<Integer, Map<Integer, Double>> weightsOf, int row, int other, double weight) {
    if (of[row] < 0 && of[other] >= 0) {
      weightsOf.computeIfAbsent(row, none -> new TreeMap<>()).merge(of[other], weight, Double::sum);
    }
  }

  private static int strongest(Map<Integer, Double> weights) {
    return weights.entrySet().stream()
        .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
        .orElseThrow()
        .getKey();
  }
}
