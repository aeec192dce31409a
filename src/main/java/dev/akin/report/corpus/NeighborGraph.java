package dev.akin.report.corpus;

import dev.akin.report.page.Numbers;
import dev.akin.vector.NeighborLists;
import java.util.stream.LongStream;

/// The graph of neighbors: an edge joins two papers if one of them is among the nearest papers of
/// the other. Immutable, safe for use by many threads.
///
/// @hidden public for its own room only
public final class NeighborGraph {
  /// How fast an edge's weight grows with its cosine.
  private static final double STEEPNESS = 2;

  /// The smallest median distance that is used, so that the scale stays finite if most papers are
  /// copies.
  private static final double MIN_DISTANCE = 1e-6;

  private final int nodes;

  /// Every edge once, as the smaller row times 2^32 plus the larger row, ascending.
  private final long[] edges;

  private final double[] cosines;
  private final double[] weights;

  private NeighborGraph(NeighborLists lists, int count) {
    this.nodes = lists.size();
    LongStream.Builder found = LongStream.builder();
    for (int row = 0; row < nodes; row++) {
      for (int rank = 0; rank < Math.min(count, lists.count(row)); rank++) {
        int near = lists.neighbor(row, rank);
        if (row < near || rank(lists, count, near, row) < 0) {
          found.add(((long) Math.min(row, near) << Integer.SIZE) | Math.max(row, near));
        }
      }
    }
    this.edges = found.build().sorted().toArray();
    this.cosines = new double[edges.length];
    this.weights = new double[edges.length];
    for (int edge = 0; edge < edges.length; edge++) {
      cosines[edge] = cosine(lists, count, a(edge), b(edge));
    }
    double median = Numbers.median(cosines);
    for (int edge = 0; edge < edges.length; edge++) {
      weights[edge] = weight(cosines[edge], median);
    }
  }

  /// Joins every paper to its nearest papers.
  ///
  /// @param count how many of the nearest to join, at least 1
  public static NeighborGraph of(NeighborLists lists, int count) {
    return new NeighborGraph(lists, count);
  }

  private static int rank(NeighborLists lists, int count, int of, int other) {
    for (int rank = 0; rank < Math.min(count, lists.count(of)); rank++) {
      if (lists.neighbor(of, rank) == other) {
        return rank;
      }
    }
    return -1;
  }

  private static double cosine(NeighborLists lists, int count, int a, int b) {
    int rank = rank(lists, count, a, b);
    return rank < 0 ? lists.cosine(b, rank(lists, count, b, a)) : lists.cosine(a, rank);
  }

  /// exp(2 (cosine - median) / (1 - median)): 1 for the median cosine, e² for cosine 1.
  private static double weight(double cosine, double median) {
    double distance = Math.max(MIN_DISTANCE, 1 - median);
    return StrictMath.exp(STEEPNESS * (cosine - median) / distance);
  }

  /// The number of papers, with and without edges.
  public int nodes() {
    return nodes;
  }

  /// The number of edges. They are in the order of their papers.
  public int edges() {
    return edges.length;
  }

  /// The smaller row of an edge.
  public int a(int edge) {
    return (int) (edges[edge] >>> Integer.SIZE);
  }

  /// The larger row of an edge.
  public int b(int edge) {
    return (int) edges[edge];
  }

  /// The cosine of the two papers of an edge, -1 to 1.
  public double cosine(int edge) {
    return cosines[edge];
  }

  /// The weight of an edge, above 0: 1 if its cosine is the median of all edges, more if it is
  /// higher.
  public double weight(int edge) {
    return weights[edge];
  }
}
