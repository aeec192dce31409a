package dev.akin.recommend.query;

import java.util.Locale;

/// How several examples are put together.
public enum Strategy {
  /// Near the mean of the positives, away from the mean of the negatives: `p + (p - n)`.
  AVERAGE,
  /// Near any positive: the best positive's closeness minus the best negative's.
  BEST;

  /// Its name in the API and on the command line: `average`, `best`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
