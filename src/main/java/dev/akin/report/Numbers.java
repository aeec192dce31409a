package dev.akin.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as files say them, the same in every locale.
final class Numbers {
  private Numbers() {}

  /// With up to six decimals.
  static String six(double value) {
    return places(value, 6);
  }

  /// With up to three decimals, as cosines are shown to people.
  static String three(double value) {
    return places(value, 3);
  }

  private static String places(double value, int places) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
