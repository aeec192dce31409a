package dev.akin.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/// Numbers as text, the same in every locale; and the median.
///
/// @hidden public for its own room only
public final class Numbers {
  private Numbers() {}

  /// A number with up to six decimals.
  public static String six(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /// The median; the greater of the middle two if their number is even, 0 without values.
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
