package dev.akin.vector;

/// A pair of blocks of rows, which is done once.
///
/// @param column not after `row`
record BlockPair(int row, int column) {
  /// The pairs in the order (0, 0), (1, 0), (1, 1), (2, 0), …
  ///
  /// @param number of the pair, from 0
  static BlockPair of(int number) {
    int row = (int) ((Math.sqrt(8.0 * number + 1) - 1) / 2);
    return new BlockPair(row, number - row * (row + 1) / 2);
  }

  boolean onDiagonal() {
    return row == column;
  }
}
