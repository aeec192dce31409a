package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.Seed;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /// 400 values of a normal distribution around 2, with standard deviation 1.
  private static final Sample NORMAL =
      Sample.of(Seed.fixed(7).doubles(400).map(BootstrapTest::normal));

  /// The sum of twelve uniform numbers, seeded by one, is near enough to normal.
  private static double normal(double seed) {
    return 2 + Seed.fixed(Double.doubleToLongBits(seed)).doubles(12).sum() - 6;
  }

  @Test
  void givesTheSameIntervalForTheSameSeed() {
    Bootstrap.Interval interval = Bootstrap.DEFAULT.interval(NORMAL);
    assertThat(Bootstrap.DEFAULT.interval(NORMAL)).isEqualTo(interval);
    assertThat(new Bootstrap(2, 10_000).interval(NORMAL)).isNotEqualTo(interval);
  }

  @Test
  void reachesAboutTwoStandardErrorsToBothSides() {
    // 1.96 · 1 / √400 = 0.098
    Bootstrap.Interval interval = Bootstrap.DEFAULT.interval(NORMAL);
    double error = NORMAL.standardError();
    assertThat(interval.low()).isCloseTo(NORMAL.mean() - 1.96 * error, within(0.1 * error));
    assertThat(interval.high()).isCloseTo(NORMAL.mean() + 1.96 * error, within(0.1 * error));
  }

  @Test
  void leavesOutAFortiethOnEachSide() {
    // Of two values 0 and 1, a quarter of the resamples is 0 and a quarter 1.
    assertThat(Bootstrap.DEFAULT.interval(Sample.of(DoubleStream.of(0, 1))))
        .isEqualTo(new Bootstrap.Interval(0, 1));
    // Of a hundred with a single 1, 37 % have none, and 1.9 % more than three.
    DoubleStream single =
        DoubleStream.concat(DoubleStream.of(1), DoubleStream.generate(() -> 0).limit(99));
    assertThat(Bootstrap.DEFAULT.interval(Sample.of(single)))
        .isEqualTo(new Bootstrap.Interval(0, 0.03));
  }

  @Test
  void drawsTheQueriesAboutOnePaperTogether() {
    // Of two papers, a quarter of the resamples is the first alone and a quarter the second.
    Sample sample = Sample.of(new double[] {0, 0, 0, 1, 1}, List.of("a", "a", "a", "b", "b"));
    assertThat(Bootstrap.DEFAULT.interval(sample)).isEqualTo(new Bootstrap.Interval(0, 1));
    Sample single = Sample.of(new double[] {0, 1, 0, 1}, List.of("a", "a", "a", "a"));
    assertThat(Bootstrap.DEFAULT.interval(single)).isEqualTo(new Bootstrap.Interval(0.5, 0.5));
  }

  @Test
  void isAPointWhereAllAreEqual() {
    assertThat(Bootstrap.DEFAULT.interval(Sample.of(DoubleStream.of(0.5, 0.5, 0.5))))
        .isEqualTo(new Bootstrap.Interval(0.5, 0.5));
  }

  @Test
  void refusesNoResamples() {
    assertThatThrownBy(() -> new Bootstrap(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 0");
  }
}
