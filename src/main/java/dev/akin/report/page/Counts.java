package dev.akin.report.page;

import java.util.Locale;

/// Counts in words: `1 paper`, `54,159 papers`.
///
/// @hidden public for its own room only
public final class Counts {
  private Counts() {}

  public static String of(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? what : what + "s");
  }
}
