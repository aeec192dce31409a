package dev.akin.report.topic;

import dev.akin.report.page.Numbers;
import dev.akin.vector.NeighborLists;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A paper that is unlike all others of its corpus: the mean cosine to its nearest papers is lower
/// than the usual one by more than three times the usual deviation (the median, and 1.4826 times
/// the median of the deviations from it).
///
/// @param closeness mean cosine to its ten nearest papers
/// @param nearest row of the nearest of them
/// @param cosine to that
record Outlier(int row, double closeness, int nearest, double cosine) {
  /// The most that are told.
  static final int MAX_OUTLIERS = 50;

  private static final double DEVIATIONS = 3 * 1.4826;

  /// The outliers, the farthest first, those equally far in the order of rows. None of fewer papers
  /// than there are neighbors of each.
  static List<Outlier> of(NeighborLists lists) {
    int[] rows = IntStream.range(0, lists.size()).filter(row -> lists.count(row) > 0).toArray();
    double[] close = Arrays.stream(rows).mapToDouble(row -> meanCosine(lists, row)).toArray();
    if (rows.length <= TopicFinder.NEIGHBORS) {
      return List.of();
    }
    double usual = Numbers.middle(close);
    double deviation =
        Numbers.middle(Arrays.stream(close).map(value -> Math.abs(value - usual)).toArray());
    return IntStream.range(0, rows.length)
        .filter(at -> close[at] < usual - DEVIATIONS * deviation)
        .mapToObj(
            at ->
                new Outlier(
                    rows[at], close[at], lists.neighbor(rows[at], 0), lists.cosine(rows[at], 0)))
        .sorted(
            Comparator.comparingDouble((Outlier outlier) -> outlier.closeness())
                .thenComparingInt(Outlier::row))
        .limit(MAX_OUTLIERS)
        .toList();
  }

  private static double meanCosine(NeighborLists lists, int row) {
    int count = Math.min(TopicFinder.NEIGHBORS, lists.count(row));
    return IntStream.range(0, count).mapToDouble(rank -> lists.cosine(row, rank)).sum() / count;
  }
}
