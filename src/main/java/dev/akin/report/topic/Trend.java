package dev.akin.report.topic;

import java.util.List;
import java.util.Locale;

/// How a topic's share of the corpus's papers changes: the share in the first two and in the last
/// two of the five years before the corpus's last year, which may be incomplete.
///
/// @param direction whether the share grows or shrinks
/// @param years both pairs of years, such as `2020–2021` and `2023–2024`; empty if unknown
/// @param before the share in the first two years, 0 to 1
/// @param after the share in the last two years, 0 to 1
record Trend(Direction direction, List<String> years, double before, double after) {
  /// Whether a share grows or shrinks.
  enum Direction {
    /// By a quarter or more, and by two standard errors or more.
    GROWING,
    /// By a fifth or more, and by two standard errors or more.
    SHRINKING,
    /// By less.
    STEADY,
    /// The corpus has too few papers in these years.
    UNKNOWN
  }

  private static final int SPAN = 5;

  /// With fewer papers in two years, a share says nothing.
  private static final int MIN_PAPERS = 30;

  private static final double MIN_RATIO = 1.25;
  private static final double MIN_STANDARD_ERRORS = 2;

  Trend {
    years = List.copyOf(years);
  }

  /// The direction in one word.
  String word() {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  /// Which years trends compare; empty if the corpus has no papers with a year.
  ///
  /// @param years earliest first
  static String note(List<TopicYear> years) {
    if (years.isEmpty()) {
      return "";
    }
    int last = years.getLast().year();
    return "Trend: share in "
        + words(last - 2)
        + " compared with "
        + words(last - SPAN)
        + "; "
        + last
        + ", the last year, may be incomplete.";
  }

  private static String words(int year) {
    return year + " and " + (year + 1);
  }

  /// The direction and both shares in words.
  String sentence() {
    return direction == Direction.UNKNOWN
        ? "no trend: fewer than " + MIN_PAPERS + " papers in the years compared"
        : String.format(
            Locale.ROOT,
            "%s, from %.1f\u00a0%% of all papers in %s to %.1f\u00a0%% in %s",
            word(),
            100 * before,
            years.getFirst(),
            100 * after,
            years.getLast());
  }

  /// @param years earliest first
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
    if (change >= MIN_STANDARD_ERRORS * error
        && after.share() >= MIN_RATIO * before.share()
        && change > 0) {
      return Direction.GROWING;
    }
    return -change >= MIN_STANDARD_ERRORS * error
            && before.share() >= MIN_RATIO * after.share()
            && change < 0
        ? Direction.SHRINKING
        : Direction.STEADY;
  }

  /// Two successive years.
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
