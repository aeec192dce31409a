package dev.akin.report.page;

import java.util.Locale;

/// Numbers with their nouns: `1 paper`, `54,159 papers`.
///
/// @hidden public for its own room only
public final class Counts {
  private Counts() {}

  /// A number with its noun.
  ///
  /// @param noun in the singular; the plural has an `s` more
  public static String of(long count, String noun) {
    return of(count, noun, noun + "s");
  }

  /// A number with one of two forms of its noun.
  public static String of(long count, String singular, String plural) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? singular : plural);
  }
}
