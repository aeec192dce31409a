package dev.akin.read;

import org.jspecify.annotations.Nullable;

/// How a source is read.
///
/// @param format what is in it; found by looking inside if absent
/// @param year of dates that come without one, 1000 to 9999; they are dropped if absent
public record ReadOptions(@Nullable PaperFormat format, @Nullable Integer year) {
  /// The format is found by looking inside, and dates without a year are dropped.
  public static final ReadOptions DEFAULT = new ReadOptions(null, null);

  /// @throws IllegalArgumentException if `year` is out of range
  public ReadOptions {
    if (year != null && (year < 1000 || year > 9999)) {
      throw new IllegalArgumentException("year " + year + " is not within 1000..9999");
    }
  }
}
