package dev.akin.report.duplicate;

import com.carrotsearch.hppc.LongArrayList;
import dev.akin.base.TextHash;

/// Rows by a text, such as a title, in 8 bytes for each: the lower bits of the text's hash, then
/// the row. Of four million texts, about one pair has the same bits by chance; then rows with
/// different texts are together, which costs time but decides nothing.
final class KeyedRows {
  /// Receives two rows with the same text.
  interface Receiver {
    void accept(int row, int later);
  }

  private final int rowBits;
  private final LongArrayList keyed = new LongArrayList();

  /// @param rows how many rows there are
  KeyedRows(int rows) {
    this.rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, rows - 1));
  }

  /// Adds a row.
  void add(String text, int row) {
    keyed.add(TextHash.of(text) << rowBits | row);
  }

  /// Passes each row together with the next rows that have the same text to `each`.
  ///
  /// @param window how many of the next rows
  void forEachPair(int window, Receiver each) {
    keyed.sort();
    for (int i = 0; i < keyed.size(); i++) {
      for (int j = i + 1; j < keyed.size() && j <= i + window && key(i) == key(j); j++) {
        each.accept(row(i), row(j));
      }
    }
    keyed.release();
  }

  private long key(int place) {
    return keyed.get(place) >>> rowBits;
  }

  private int row(int place) {
    return (int) (keyed.get(place) & ((1L << rowBits) - 1));
  }
}
