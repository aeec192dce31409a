package dev.akin.report.map;

import dev.akin.report.corpus.NeighborGraph;
import dev.akin.vector.NeighborLists;

/// How strongly papers are tied to their neighbors on the map. Seen from one paper, the tie to its
/// nearest paper has strength 1; ties to farther papers are weaker. All n of them add up to log2 n.
/// If a tie has strength a seen from one paper and b seen from the other, its strength is a + b -
/// ab. From L. McInnes, J. Healy and J. Melville, "UMAP: Uniform Manifold Approximation and
/// Projection for Dimension Reduction" (2018), section 3.1.
final class TieStrengths {
  private static final int BISECTIONS = 40;

  private final NeighborGraph graph;
  private final double[] strengths;

  TieStrengths(NeighborLists lists, int count) {
    this.graph = NeighborGraph.of(lists, count);
    double[] nearest = new double[lists.size()];
    double[] scales = new double[lists.size()];
    for (int row = 0; row < lists.size(); row++) {
      int ties = Math.min(count, lists.count(row));
      if (ties > 0) {
        nearest[row] = 1 - lists.cosine(row, 0);
        scales[row] = scale(lists, row, ties);
      }
    }
    this.strengths = new double[graph.edges()];
    for (int edge = 0; edge < strengths.length; edge++) {
      double distance = 1 - graph.cosine(edge);
      double a = strength(distance - nearest[graph.a(edge)], scales[graph.a(edge)]);
      double b = strength(distance - nearest[graph.b(edge)], scales[graph.b(edge)]);
      strengths[edge] = a + b - a * b;
    }
  }

  /// The scale at which a paper's ties add up to log2 of their number, found by bisection.
  private static double scale(NeighborLists lists, int row, int ties) {
    double target = StrictMath.log(ties) / StrictMath.log(2);
    double low = 0;
    double high = 4;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      double sum = 0;
      for (int rank = 0; rank < ties; rank++) {
        sum += strength(lists.cosine(row, 0) - lists.cosine(row, rank), middle);
      }
      if (sum > target) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static double strength(double farther, double scale) {
    return farther <= 0 ? 1 : StrictMath.exp(-farther / scale);
  }

  NeighborGraph graph() {
    return graph;
  }

  /// The strength of an edge's tie, above 0, at most 1.
  double strength(int edge) {
    return strengths[edge];
  }
}
