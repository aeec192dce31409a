package dev.akin.report.topic;

import java.util.List;
import java.util.Locale;

/// Where a topic's share of a corpus's papers goes: its share in the first two and in the last two
/// of the five years before the corpus's last one, which may not be over.
///
/// @param direction of the share
/// @param years both pairs, such as `2020–2021` and `2023–2024`; empty if unknown
/// @param before the share in the first two, 0 to 1
/// @param after the share in the last two
record Trend(Direction direction, List<String> years, double before, double after) {
  /// Which way.
  enum Direction {
    /// By a quarter or more, and by more than chance makes likely.
    GROWING,
    /// By a fifth or more, and by more than chance makes likely.
    SHRINKING,
    /// Neither.
    STEADY,
    /// There are too few papers of those years.
    UNKNOWN
  }

  private static final int SPAN = 5;

  /// Papers of two years, of which a share says nothing.
  private static final int MIN_PAPERS = 30;

  private static final double GROWTH = 1.25;

  /// How many standard errors are more than chance.
  private static final double SURE = 2;

  Trend {
    years = List.copyOf(years);
  }

  /// The direction in a word.
  String word() {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  /// All of it in words.
  String sentence() {
    return direction == Direction.UNKNOWN
        ? "no trend: too few papers of the last years"
        : String.format(
            Locale.ROOT,
            "%s: %.1f\u00a0%% of the papers of %s, %.1f\u00a0%% of those of %s",
            word(),
            100 * before,
            years.getFirst(),
            100 * after,
            years.getLast());
  }

  /// @param years the first one first
  static Trend of(List<TopicYear> years) {
    if (years.isEmpty()) {
      return new Trend(Direction.UNKNOWN, List.of(), 0, 0);
    }
    int last = years.getLast().year();
    Pair before = Pair.of(years, last - SPAN);
    Pair after = Pair.of(years, last - 2);
    return Math.min(before.all(), after.all()) < MIN_PAPERS
        ? new Trend(Direction.UNKNOWN, List.of(), 0, 0)
        : new Trend(
            direction(before, after),
            List.of(before.name(), after.name()),
            before.share(),
            after.share());
  }

  private static Direction direction(Pair before, Pair after) {
    double pooled = (double) (before.papers() + after.papers()) / (before.all() + after.all());
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / before.all() + 1.0 / after.all()));
    double change = after.share() - before.share();
    if (change >= SURE * error && after.share() >= GROWTH * before.share() && change > 0) {
      return Direction.GROWING;
    }
    return -change >= SURE * error && before.share() >= GROWTH * after.share() && change < 0
        ? Direction.SHRINKING
        : Direction.STEADY;
  }

  /// Two years running.
  private record Pair(int year, int papers, int all) {
    static Pair of(List<TopicYear> years, int year) {
      List<TopicYear> both =
          years.stream().filter(y -> y.year() == year || y.year() == year + 1).toList();
      return new Pair(
          year,
          both.stream().mapToInt(TopicYear::papers).sum(),
          both.stream().mapToInt(TopicYear::all).sum());
    }

    double share() {
      return (double) papers / all;
    }

    String name() {
      return year + "\u2013" + (year + 1);
    }
  }
}
