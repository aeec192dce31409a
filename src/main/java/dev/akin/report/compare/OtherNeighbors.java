package dev.akin.report.compare;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// How the neighbors of a paper changed. Reports with different numbers of neighbors are compared
/// by the smaller number.
///
/// @param row of the paper
/// @param entered the rows of neighbors that it did not have, nearest first
/// @param newPapers how many of these are papers that the earlier report did not have
/// @param left the ids of neighbors that it does not have any more, nearest first
record OtherNeighbors(int row, List<Integer> entered, int newPapers, List<String> left) {
  /// Those with the most changes first.
  static final Comparator<OtherNeighbors> MOST_FIRST =
      Comparator.comparingInt((OtherNeighbors each) -> -each.changes())
          .thenComparingInt(OtherNeighbors::row);

  OtherNeighbors {
    entered = List.copyOf(entered);
    left = List.copyOf(left);
  }

  /// @param rows the neighbors now, nearest first
  /// @param ids their ids
  /// @param before the ids of the neighbors before, nearest first
  /// @param isNew which papers the earlier report did not have
  static OtherNeighbors of(
      int row, List<Integer> rows, List<String> ids, List<String> before, BitSet isNew) {
    Set<String> old = new HashSet<>(before);
    Set<String> now = new HashSet<>(ids);
    List<Integer> entered =
        IntStream.range(0, rows.size())
            .filter(rank -> !old.contains(ids.get(rank)))
            .mapToObj(rows::get)
            .toList();
    return new OtherNeighbors(
        row,
        entered,
        (int) entered.stream().filter(isNew::get).count(),
        before.stream().filter(id -> !now.contains(id)).toList());
  }

  /// How many entered or left, whichever is more.
  int changes() {
    return Math.max(entered.size(), left.size());
  }
}
