package dev.akin.report.topic;

import dev.akin.report.corpus.NeighborGraph;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Puts papers that have no community yet into the one they are bound to most.
final class NearestCommunity {
  private final NeighborGraph graph;
  private final int[] of;

  /// @param of the community of each row; -1 for none
  NearestCommunity(NeighborGraph graph, int[] of) {
    this.graph = graph;
    this.of = of;
  }

  /// The community of each row, numbered from 0 without gaps: one of those before, of equally bound
  /// ones the least; one of its own for a paper bound to none.
  int[] joined() {
    Map<Integer, Map<Integer, Double>> bound = new HashMap<>();
    for (int edge = 0; edge < graph.edges(); edge++) {
      note(bound, graph.a(edge), graph.b(edge), graph.weight(edge));
      note(bound, graph.b(edge), graph.a(edge), graph.weight(edge));
    }
    int[] joined = of.clone();
    int next = Arrays.stream(of).max().orElse(-1) + 1;
    for (int row = 0; row < joined.length; row++) {
      if (joined[row] < 0) {
        Map<Integer, Double> weights = bound.get(row);
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

  private void note(Map<Integer, Map<Integer, Double>> bound, int row, int other, double weight) {
    if (of[row] < 0 && of[other] >= 0) {
      bound.computeIfAbsent(row, none -> new TreeMap<>()).merge(of[other], weight, Double::sum);
    }
  }

  private static int strongest(Map<Integer, Double> weights) {
    return weights.entrySet().stream()
        .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
        .orElseThrow()
        .getKey();
  }
}
