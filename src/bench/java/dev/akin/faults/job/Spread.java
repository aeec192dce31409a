package dev.akin.faults.job;

import java.util.List;
import java.util.Locale;

/// Some measurements.
///
/// @param sorted in ascending order
record Spread(List<Double> sorted) {
  static Spread of(List<Double> values) {
    return new Spread(values.stream().sorted().toList());
  }

  double median() {
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  double most() {
    return sorted.isEmpty() ? Double.NaN : sorted.getLast();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.1f (median of %d, at most %.1f)", median(), sorted.size(), most());
  }
}
