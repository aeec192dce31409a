package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final Sample VALUES = Sample.of(DoubleStream.of(1, 2, 3, 6));

  @Test
  void hasAMeanAndItsStandardError() {
    assertThat(VALUES.mean()).isEqualTo(3);
    // squares 4 + 1 + 0 + 9 = 14; 14 / 3 = 4.6667; its root 2.1602; / √4 = 1.0801
    assertThat(VALUES.standardError()).isEqualTo(1.0801, within(1e-4));
  }

  @Test
  void hasNoStandardErrorForOneValue() {
    assertThat(Sample.of(DoubleStream.of(1)).standardError()).isNaN();
  }

  @Test
  void subtractsQueryByQuery() {
    Sample difference = VALUES.minus(Sample.of(DoubleStream.of(1, 1, 1, 1)));
    assertThat(difference.mean()).isEqualTo(2);
    assertThat(difference.clusters().get(3)).isEqualTo(new Sample.QueryCluster(5, 1));
  }

  @Test
  void keepsTogetherWhatIsAboutTheSame() {
    Sample both = Sample.of(new double[] {1, 2, 4}, List.of("a", "b", "a"));
    assertThat(both.clusters())
        .containsExactly(new Sample.QueryCluster(5, 2), new Sample.QueryCluster(2, 1));
    assertThat(both.minus(Sample.of(DoubleStream.of(1, 1, 1))).clusters())
        .containsExactly(new Sample.QueryCluster(3, 2), new Sample.QueryCluster(1, 1));
  }

  @Test
  void refusesOtherQueriesAndNothing() {
    assertThatThrownBy(() -> VALUES.minus(Sample.of(DoubleStream.of(1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sample.of(DoubleStream.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
