package dev.akin.report.corpus;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The papers of a topic by centrality: the cosine of a paper to the mean direction of all of them.
///
/// @param rows most central first, equally central ones in ascending order
/// @param cosines the centralities in the order of `rows`, -1 to 1
///
/// @hidden public for its own room only
public record CentralPapers(List<Integer> rows, List<Double> cosines) {
  private record Ranked(int row, double cosine) {}

  /// Orders papers by centrality.
  ///
  /// @param rows the rows of papers with vectors, ascending
  public static CentralPapers of(Corpus corpus, List<Integer> rows) {
    double[] mean = mean(corpus, rows);
    double length = Math.sqrt(dot(mean, mean));
    List<Ranked> ranked =
        rows.stream()
            .map(row -> new Ranked(row, cosine(mean, length, corpus.vector(row))))
            .sorted(
                Comparator.comparingDouble(Ranked::cosine).reversed().thenComparingInt(Ranked::row))
            .toList();
    return new CentralPapers(
        ranked.stream().map(Ranked::row).toList(), ranked.stream().map(Ranked::cosine).toList());
  }

  private static double[] mean(Corpus corpus, List<Integer> rows) {
    double[] sum = new double[0];
    for (int row : rows) {
      float[] vector = corpus.vector(row);
      if (vector != null) {
        sum = sum.length == 0 ? new double[vector.length] : sum;
        for (int at = 0; at < sum.length; at++) {
          sum[at] += vector[at];
        }
      }
    }
    return sum;
  }

  private static double cosine(double[] mean, double length, float @Nullable [] vector) {
    if (vector == null || length == 0) {
      return 0;
    }
    double product = 0;
    for (int at = 0; at < mean.length; at++) {
      product += mean[at] * vector[at];
    }
    return Math.clamp(product / length, -1, 1);
  }

  private static double dot(double[] a, double[] b) {
    double product = 0;
    for (int at = 0; at < a.length; at++) {
      product += a[at] * b[at];
    }
    return product;
  }
}
