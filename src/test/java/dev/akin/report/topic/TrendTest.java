package dev.akin.report.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  /// The trend of a topic with these numbers of papers in 2015 and the years after it.
  private static Trend trend(int all, int... papers) {
    List<TopicYear> years =
        IntStream.range(0, papers.length)
            .mapToObj(at -> new TopicYear(2015 + at, papers[at], all))
            .toList();
    return Trend.of(years);
  }

  @Test
  void comparesTheFirstAndTheLastTwoOfFiveYearsBeforeTheLast() {
    // (10 + 20) / 200 = 15 %, (40 + 50) / 200 = 45 %; 2015 and 2021 do not count.
    Trend trend = trend(100, 90, 10, 20, 0, 40, 50, 0);
    assertThat(trend)
        .isEqualTo(
            new Trend(
                Trend.Direction.GROWING, List.of("2016\u20132017", "2019\u20132020"), 0.15, 0.45));
    assertThat(trend.sentence())
        .isEqualTo(
            "growing, from 15.0\u00a0% of all papers in 2016\u20132017 to 45.0\u00a0% in"
                + " 2019\u20132020");
  }

  @Test
  void saysWhichYearsItCompares() {
    assertThat(Trend.note(List.of(new TopicYear(2020, 1, 1), new TopicYear(2023, 1, 1))))
        .isEqualTo(
            "Trend: share in 2021 and 2022 compared with 2018 and 2019; 2023, the last year, may be"
                + " incomplete.");
    assertThat(Trend.note(List.of())).isEmpty();
  }

  @Test
  void isShrinkingTheOtherWayRound() {
    assertThat(trend(100, 0, 50, 40, 0, 20, 10, 99).direction())
        .isEqualTo(Trend.Direction.SHRINKING);
  }

  @Test
  void isSteadyWhereChanceMayBeTheCause() {
    // 2 of 200 and 4 of 200 are twice as many, but the difference of 0.01 is less than two standard
    // errors of sqrt(0.015 * 0.985 * (1/200 + 1/200)) = 0.012.
    assertThat(trend(100, 0, 1, 1, 0, 2, 2, 0).direction()).isEqualTo(Trend.Direction.STEADY);
    // Of a hundred times as many papers it is 0.0012.
    assertThat(trend(10_000, 0, 100, 100, 0, 200, 200, 0).direction())
        .isEqualTo(Trend.Direction.GROWING);
    // By less than a quarter.
    assertThat(trend(10_000, 0, 1000, 1000, 0, 1200, 1200, 0).direction())
        .isEqualTo(Trend.Direction.STEADY);
  }

  @Test
  void isUnknownWithoutThoseYears() {
    assertThat(Trend.of(List.of()).direction()).isEqualTo(Trend.Direction.UNKNOWN);
    assertThat(trend(10, 1, 1, 1).direction()).isEqualTo(Trend.Direction.UNKNOWN);
  }
}
