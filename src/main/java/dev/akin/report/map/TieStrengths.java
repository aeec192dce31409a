package dev.akin.report.map;

import dev.akin.report.corpus.NeighborGraph;
import dev.akin.vector.NeighborLists;

/// How strongly papers hold each other on the map, each in its own measure: a paper's nearest holds
/// it with strength 1, the others less the farther they are, so that they add up to log2 of how
/// many they are. Two papers that each hold the other with a and b are tied by a + b - ab. After L.
/// McInnes, J. Healy and J. Melville, "UMAP: Uniform Manifold Approximation and Projection for
/// Dimension Reduction" (2018), section 3.1.
final class TieStrengths {
  private static final int HALVINGS = 40;

  private final NeighborGraph graph;
  private final double[] strengths;

  TieStrengths(NeighborLists lists, int count) {
    this.graph = NeighborGraph.of(lists, count);
    double[] nearest = new double[lists.size()];
    double[] scales = new double[lists.size()];
    for (int row = 0; row < lists.size(); row++) {
      int held = Math.min(count, lists.count(row));
      if (held > 0) {
        nearest[row] = 1 - lists.cosine(row, 0);
        scales[row] = scale(lists, row, held);
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

  /// The scale at which a paper's neighbors add up to what they should, found by halving.
  private static double scale(NeighborLists lists, int row, int held) {
    double wished = StrictMath.log(held) / StrictMath.log(2);
    double low = 0;
    double high = 4;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      double sum = 0;
      for (int rank = 0; rank < held; rank++) {
        sum += strength(lists.cosine(row, 0) - lists.cosine(row, rank), middle);
      }
      if (sum > wished) {
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

  /// How strongly the papers of an edge are tied, above 0 to 1.
  double strength(int edge) {
    return strengths[edge];
  }
}
