package dev.akin.report.topic;

import dev.akin.report.page.Numbers;
import dev.akin.vector.NeighborLists;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// A paper that is unlike all others of its corpus: the mean cosine to its nearest papers is more
/// than three deviations below the median of all papers. The deviation is 1.4826 times the median
/// distance from that median.
///
/// @param closeness mean cosine to its ten nearest papers, -1 to 1
/// @param nearest row of the nearest paper
/// @param cosine cosine to the nearest paper, -1 to 1
record Outlier(int row, double closeness, int nearest, double cosine) {
  /// How many are found at most.
  static final int MAX_OUTLIERS = 50;

  private static final double DEVIATIONS = 3 * 1.4826;

  /// The outliers, most unlike first, equally unlike ones in the order of rows. None if there are
  /// ten papers or fewer.
  ///
  /// @param compared which papers are looked at: those in a language that the models do not know
  ///   are unlike all others anyway
  static List<Outlier> of(NeighborLists lists, IntPredicate compared) {
    int[] rows =
        IntStream.range(0, lists.size())
            .filter(row -> lists.count(row) > 0 && compared.test(row))
            .toArray();
    double[] close = Arrays.stream(rows).mapToDouble(row -> meanCosine(lists, row)).toArray();
    if (rows.length <= TopicFinder.NEIGHBORS) {
      return List.of();
    }
    double median = Numbers.median(close);
    double deviation =
        Numbers.median(Arrays.stream(close).map(value -> Math.abs(value - median)).toArray());
    return IntStream.range(0, rows.length)
        .filter(at -> close[at] < median - DEVIATIONS * deviation)
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
