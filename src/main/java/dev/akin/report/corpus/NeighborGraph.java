package dev.akin.report.corpus;

import dev.akin.report.page.Numbers;
import dev.akin.vector.NeighborLists;
import java.util.stream.LongStream;

/// The papers and who is near whom: an edge joins two papers if either is among the nearest of the
/// other. Immutable, safe for use by many threads.
///
/// @hidden public for its own room only
public final class NeighborGraph {
  /// How fast an edge's weight grows with its cosine.
  private static final double STEEPNESS = 2;

  /// The least distance that is taken for the usual one, lest copies alone set the scale.
  private static final double MIN_DISTANCE = 1e-6;

  private final int nodes;

  /// Every edge once, as the lesser row times 2^32 plus the greater, ascending.
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
    double usual = Numbers.middle(cosines);
    for (int edge = 0; edge < edges.length; edge++) {
      weights[edge] = weight(cosines[edge], usual);
    }
  }

  /// Joins papers to their nearest.
  ///
  /// @param count of the nearest of each that are taken, at least 1
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

  /// e to the power of how far the distance `1 - cosine` falls short of the usual one, as a share
  /// of it and twice: 1 for a usual edge, e^2 for papers of one direction.
  private static double weight(double cosine, double usual) {
    double distance = Math.max(MIN_DISTANCE, 1 - usual);
    return StrictMath.exp(STEEPNESS * (cosine - usual) / distance);
  }

  /// How many papers there are, with edges or without.
  public int nodes() {
    return nodes;
  }

  /// How many edges there are; they are in the order of their papers.
  public int edges() {
    return edges.length;
  }

  /// The lesser row of an edge.
  public int a(int edge) {
    return (int) (edges[edge] >>> Integer.SIZE);
  }

  /// The greater row of an edge.
  public int b(int edge) {
    return (int) edges[edge];
  }

  /// The cosine of the two papers of an edge, -1 to 1.
  public double cosine(int edge) {
    return cosines[edge];
  }

  /// How much an edge binds, above 0: 1 if its cosine is the middle one of all edges, more if it is
  /// higher.
  public double weight(int edge) {
    return weights[edge];
  }
}
