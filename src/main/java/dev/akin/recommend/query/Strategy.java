package dev.akin.recommend.query;

import java.util.Locale;

/// How several examples are combined.
public enum Strategy {
  /// Near the mean of the positives, away from the mean of the negatives: `p + (p - n)`.
  AVERAGE,
  /// Near any positive: the similarity to the nearest positive minus that to the nearest negative.
  BEST;

  /// Its name in the API and on the command line: `average`, `best`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
