package dev.akin.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/// Numbers as files say them, the same in every locale; and the middle of some.
///
/// @hidden public for its own room only
public final class Numbers {
  private Numbers() {}

  /// With up to six decimals.
  public static String six(double value) {
    return places(value, 6);
  }

  /// With up to three decimals, as cosines are shown to people.
  public static String three(double value) {
    return places(value, 3);
  }

  /// The middle one in order, of an even number the greater; 0 of none.
  public static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static String places(double value, int places) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
