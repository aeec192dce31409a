package dev.akin.recommend.library;

import dev.akin.base.Deadline;

/// The time for what comes before ranking.
///
/// @param reading until when entries are looked up and embedded
/// @param maxExamples how many of them are grouped at most
///
/// @hidden public for its own room only
public record LibraryTime(Deadline reading, int maxExamples) {
  /// All the time in the world.
  static final LibraryTime UNLIMITED = new LibraryTime(Deadline.NEVER, Integer.MAX_VALUE);

  /// The share of an answer's time for grouping and ranking. For a library of 1,000 papers that the
  /// index has, they take 0.7 s of processor time among 54,159 papers; for one of 100, 0.1 s.
  private static final int RANKING = 2;

  /// To group so many takes 0.4 s, and the time grows with their square.
  private static final int MAX_EXAMPLES = 2_000;

  /// The time until a deadline.
  public static LibraryTime until(Deadline deadline) {
    return deadline.equals(Deadline.NEVER)
        ? UNLIMITED
        : new LibraryTime(deadline.leaving(deadline.limit().dividedBy(RANKING)), MAX_EXAMPLES);
  }
}
