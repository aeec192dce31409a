package dev.akin.bench;

import java.util.Arrays;

/// What rounds of rates come to.
final class Rates {
  private Rates() {}

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /// The median of the rounds' ratios: each compares neighbors in time.
  static double ratio(double[] some, double[] others) {
    double[] ratios = new double[some.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = some[i] / others[i];
    }
    return median(ratios);
  }
}
