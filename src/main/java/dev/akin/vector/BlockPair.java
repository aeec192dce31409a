package dev.akin.vector;

/// Two blocks of rows that are multiplied with each other, or a block with itself.
///
/// @param column at most `row`
record BlockPair(int row, int column) {
  /// How many pairs some blocks make.
  static long count(int blocks) {
    return blocks * (blocks + 1L) / 2;
  }

  /// A pair in the order (0, 0), (1, 0), (1, 1), (2, 0), …
  ///
  /// @param number of the pair, from 0
  static BlockPair of(long number) {
    int row = (int) ((Math.sqrt(8.0 * number + 1) - 1) / 2);
    return new BlockPair(row, (int) (number - count(row)));
  }

  boolean onDiagonal() {
    return row == column;
  }
}
