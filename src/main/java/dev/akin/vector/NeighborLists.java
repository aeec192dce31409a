package dev.akin.vector;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// The nearest neighbors of each row, nearest first; equally near ones in the order of rows. No row
/// is its own neighbor. A row may have fewer neighbors than others, or none. Immutable, safe for
/// use by many threads.
///
/// All lists are in one block: 12 bytes for each neighbor and 8 for each row.
public final class NeighborLists {
  /// For each row, where its list starts.
  private final int[] firsts;

  private final int[] counts;
  private final int[] neighbors;
  private final double[] cosines;

  private NeighborLists(int[] firsts, int[] counts, int[] neighbors, double[] cosines) {
    this.firsts = firsts;
    this.counts = counts;
    this.neighbors = neighbors;
    this.cosines = cosines;
  }

  /// Lists that are filled row by row. Several threads may fill it at once, each other rows.
  public static final class Filling {
    /// The longest array of every JVM.
    private static final int MAX_PLACES = Integer.MAX_VALUE - 8;

    private final int count;
    private final int[] counts;
    private final int[] neighbors;
    private final double[] cosines;

    /// Empty lists.
    ///
    /// @param rows how many rows there are
    /// @param count how many neighbors a row may have
    /// @throws IllegalArgumentException if these are more than an array holds
    public Filling(int rows, int count) {
      long places = (long) rows * count;
      if (places > MAX_PLACES) {
        throw new IllegalArgumentException(
            "%,d neighbors of each of %,d rows are more than an array holds"
                .formatted(count, rows));
      }
      this.count = count;
      this.counts = new int[rows];
      this.neighbors = new int[(int) places];
      this.cosines = new double[(int) places];
    }

    /// Adds the next neighbor of a row.
    ///
    /// @param cosine at most that of the neighbor before
    /// @throws IllegalStateException if the row's list is full
    public void add(int row, int neighbor, double cosine) {
      if (counts[row] == count) {
        throw new IllegalStateException("row " + row + " already has " + count + " neighbors");
      }
      int place = row * count + counts[row]++;
      neighbors[place] = neighbor;
      cosines[place] = cosine;
    }

    /// The lists. Nothing may be added afterwards.
    public NeighborLists lists() {
      int[] firsts = new int[counts.length];
      Arrays.setAll(firsts, row -> row * count);
      return new NeighborLists(firsts, counts, neighbors, cosines);
    }
  }

  /// The same lists for other row numbers.
  ///
  /// @param rows the new number of each row, ascending
  /// @param size how many rows there are; those that are not in `rows` have no neighbors
  public NeighborLists at(int[] rows, int size) {
    int[] newFirsts = new int[size];
    int[] newCounts = new int[size];
    for (int row = 0; row < rows.length; row++) {
      newFirsts[rows[row]] = firsts[row];
      newCounts[rows[row]] = counts[row];
    }
    return new NeighborLists(
        newFirsts, newCounts, Arrays.stream(neighbors).map(row -> rows[row]).toArray(), cosines);
  }

  /// The lists of some rows without the other rows, which have no neighbors then.
  ///
  /// @param kept which rows are kept
  public NeighborLists only(IntPredicate kept) {
    Filling filling = new Filling(size(), Arrays.stream(counts).max().orElse(0));
    for (int row = 0; row < size(); row++) {
      for (int rank = 0; kept.test(row) && rank < counts[row]; rank++) {
        if (kept.test(neighbor(row, rank))) {
          filling.add(row, neighbor(row, rank), cosine(row, rank));
        }
      }
    }
    return filling.lists();
  }

  /// How many rows there are.
  public int size() {
    return counts.length;
  }

  /// How many neighbors a row has.
  public int count(int row) {
    return counts[row];
  }

  /// The row number of a neighbor.
  ///
  /// @param rank 0 for the nearest
  public int neighbor(int row, int rank) {
    return neighbors[firsts[row] + rank];
  }

  /// The cosine of a row and its neighbor, -1 to 1.
  ///
  /// @param rank 0 for the nearest
  public double cosine(int row, int rank) {
    return cosines[firsts[row] + rank];
  }

  /// The neighbors of a row, nearest first; a copy.
  int[] of(int row) {
    return Arrays.copyOfRange(neighbors, firsts[row], firsts[row] + counts[row]);
  }

  /// How many neighbors there are in all.
  public long total() {
    return Arrays.stream(counts).asLongStream().sum();
  }
}
