package dev.akin.vector;

import java.util.Arrays;

/// The nearest neighbors of each row, nearest first; equally near ones in the order of rows. No row
/// is its own neighbor. A row may have fewer neighbors than others, or none. Immutable, safe for
/// use by many threads.
public final class NeighborLists {
  private final int[][] neighbors;
  private final double[][] cosines;

  /// Lists of neighbors.
  ///
  /// @param neighbors the row numbers of each row's neighbors, `[row][rank]`; not copied
  /// @param cosines the cosines to them, descending, `[row][rank]`; not copied
  public NeighborLists(int[][] neighbors, double[][] cosines) {
    this.neighbors = neighbors;
    this.cosines = cosines;
  }

  /// How many rows there are.
  public int size() {
    return neighbors.length;
  }

  /// How many neighbors a row has.
  public int count(int row) {
    return neighbors[row].length;
  }

  /// The row number of a neighbor.
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

  /// The neighbors of a row, nearest first; a copy.
  int[] of(int row) {
    return neighbors[row].clone();
  }

  /// How many neighbors there are in all.
  public long total() {
    return Arrays.stream(neighbors).mapToLong(of -> of.length).sum();
  }
}
