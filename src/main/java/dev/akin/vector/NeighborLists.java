package dev.akin.vector;

import java.util.Arrays;

/// The nearest neighbors of each of a number of rows, nearest first, those of one cosine in the
/// order of rows; no row is its own neighbor. A row may have fewer neighbors than the others, or
/// none. Immutable, safe for use by many threads.
public final class NeighborLists {
  private final int[][] neighbors;
  private final double[][] cosines;

  /// Takes over two arrays.
  ///
  /// @param neighbors of each row, which are rows
  /// @param cosines to them, descending, as many
  public NeighborLists(int[][] neighbors, double[][] cosines) {
    this.neighbors = neighbors;
    this.cosines = cosines;
  }

  /// How many rows there are.
  public int size() {
    return neighbors.length;
  }

  /// How many neighbors a row has here.
  public int count(int row) {
    return neighbors[row].length;
  }

  /// A neighbor of a row.
  ///
  /// @param rank 0 for the nearest
  public int neighbor(int row, int rank) {
    return neighbors[row][rank];
  }

  /// The cosine of a row and its neighbor, -1 to 1.
  ///
  /// @param rank 0 for the nearest
  public double cosine(int row, int rank) {
    return cosines[row][rank];
  }

  /// The neighbors of a row, nearest first, in an array of their own.
  public int[] of(int row) {
    return neighbors[row].clone();
  }

  /// How many neighbors there are in all.
  public long total() {
    return Arrays.stream(neighbors).mapToLong(of -> of.length).sum();
  }
}
