package dev.akin.report.corpus;

import dev.akin.vector.NeighborLists;
import java.util.Arrays;

/// The graph of neighbors: an edge joins two papers if one of them is among the nearest papers of
/// the other. It has 8 bytes for each edge; cosines are in the lists of neighbors. Immutable, safe
/// for use by many threads.
///
/// @hidden public for its own room only
public final class NeighborGraph {
  /// How fast an edge's weight grows with its cosine.
  private static final double STEEPNESS = 2;

  /// The smallest median distance that is used, so that the scale stays finite if most papers are
  /// copies.
  private static final double MIN_DISTANCE = 1e-6;

  private final NeighborLists lists;
  private final int count;

  /// Every edge once, as the smaller row times 2^32 plus the larger row, ascending.
  private final long[] edges;

  /// The median cosine of the edges.
  private final double median;

  private NeighborGraph(NeighborLists lists, int count) {
    this.lists = lists;
    this.count = count;
    this.edges = new long[countEdges()];
    int found = 0;
    for (int row = 0; row < lists.size(); row++) {
      for (int rank = 0; rank < Math.min(count, lists.count(row)); rank++) {
        if (isFirst(row, rank)) {
          int near = lists.neighbor(row, rank);
          edges[found++] = ((long) Math.min(row, near) << Integer.SIZE) | Math.max(row, near);
        }
      }
    }
    Arrays.sort(edges);
    this.median = median();
  }

  private int countEdges() {
    int found = 0;
    for (int row = 0; row < lists.size(); row++) {
      for (int rank = 0; rank < Math.min(count, lists.count(row)); rank++) {
        found += isFirst(row, rank) ? 1 : 0;
      }
    }
    return found;
  }

  /// Whether an edge is not yet known from the list of its other paper.
  private boolean isFirst(int row, int rank) {
    int near = lists.neighbor(row, rank);
    return row < near || rank(near, row) < 0;
  }

  private double median() {
    double[] cosines = new double[edges.length];
    Arrays.setAll(cosines, this::cosine);
    Arrays.sort(cosines);
    return cosines.length == 0 ? 0 : cosines[cosines.length / 2];
  }

  /// Joins every paper to its nearest papers.
  ///
  /// @param count how many of the nearest to join, at least 1
  public static NeighborGraph of(NeighborLists lists, int count) {
    return new NeighborGraph(lists, count);
  }

  private int rank(int of, int other) {
    for (int rank = 0; rank < Math.min(count, lists.count(of)); rank++) {
      if (lists.neighbor(of, rank) == other) {
        return rank;
      }
    }
    return -1;
  }

  /// exp(2 (cosine - median) / (1 - median)): 1 for the median cosine, e² for cosine 1.
  private static double weight(double cosine, double median) {
    double distance = Math.max(MIN_DISTANCE, 1 - median);
    return StrictMath.exp(STEEPNESS * (cosine - median) / distance);
  }

  /// The number of papers, with and without edges.
  public int nodes() {
    return lists.size();
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
    int rank = rank(a(edge), b(edge));
    return rank < 0 ? lists.cosine(b(edge), rank(b(edge), a(edge))) : lists.cosine(a(edge), rank);
  }

  /// The weight of an edge, above 0: 1 if its cosine is the median of all edges, more if it is
  /// higher.
  public double weight(int edge) {
    return weight(cosine(edge), median);
  }
}
