package dev.akin.read;

import org.jspecify.annotations.Nullable;

/// How to read a source.
///
/// @param format of the source; if absent, it is found by the first bytes
/// @param year of dates without a year, 1000 to 9999; if absent, these dates are dropped
/// @param maxBytes how long the source may be after unpacking
public record ReadOptions(@Nullable PaperFormat format, @Nullable Integer year, long maxBytes) {
  /// The format is found by the first bytes, and dates without a year are dropped.
  public static final ReadOptions DEFAULT = new ReadOptions(null, null);

  /// For a source of any length.
  ///
  /// @throws IllegalArgumentException if `year` is out of range
  public ReadOptions(@Nullable PaperFormat format, @Nullable Integer year) {
    this(format, year, Long.MAX_VALUE);
  }

  /// @throws IllegalArgumentException if `year` is out of range
  public ReadOptions {
    if (year != null && (year < 1000 || year > 9999)) {
      throw new IllegalArgumentException("year " + year + " is not within 1000..9999");
    }
  }

  /// The same for a source that may have so many bytes after unpacking.
  public ReadOptions withMaxBytes(long other) {
    return new ReadOptions(format, year, other);
  }
}
