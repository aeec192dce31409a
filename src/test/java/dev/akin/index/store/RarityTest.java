package dev.akin.index.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.Seed;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RarityTest {
  private static final long SEED = 42;

  @Test
  void isTheShareOfPairsAtLeastSoCloseUpToOneInAHundred() {
    double[] sample = sample(20_000);
    Rarity rarity = Rarity.of(sample);
    for (double cosine = -0.3; rarity.of(cosine) <= 2; cosine += 0.01) {
      assertThat(rarity.of(cosine)).isCloseTo(plain(sample, cosine), within(0.03));
    }
    assertThat(rarity.of(-1)).isZero();
  }

  /// The tail is fitted to 20,000 pairs and compared with the shares of 200,000 pairs.
  @Test
  void goesOnBeyondAsALargerSampleDoes() {
    Rarity rarity = Rarity.of(sample(20_000));
    double[] larger = sample(200_000);
    for (double wanted = 2; wanted <= 4; wanted += 0.25) {
      double cosine = larger[(int) (larger.length * (1 - Math.pow(10, -wanted)))];
      assertThat(rarity.of(cosine)).as("cosine %s", cosine).isCloseTo(wanted, within(0.25));
    }
  }

  @Test
  void growsWithTheCosineToItsGreatest() {
    Rarity rarity = Rarity.of(sample(5_000));
    double last = 0;
    for (double cosine = -1; cosine <= 1; cosine += 0.001) {
      assertThat(rarity.of(cosine)).isBetween(last, Rarity.MAX);
      last = rarity.of(cosine);
    }
    assertThat(rarity.of(1)).isEqualTo(Rarity.MAX);
  }

  @Test
  void isTheInverseOfTheCosineAtIt() {
    Rarity rarity = Rarity.of(sample(5_000));
    for (double wanted = 0.01; wanted < Rarity.MAX; wanted += 0.07) {
      assertThat(rarity.of(rarity.cosineAt(wanted))).isCloseTo(wanted, within(1e-6));
    }
  }

  @Test
  void comesBackFromItsText() {
    Rarity rarity = Rarity.of(sample(5_000));
    Rarity again = Rarity.parse(rarity.toText());
    for (double cosine = -1; cosine <= 1; cosine += 0.01) {
      assertThat(again.of(cosine)).isCloseTo(rarity.of(cosine), within(0.01));
    }
    assertThat(again.toText()).isEqualTo(rarity.toText());
    assertThatThrownBy(() -> Rarity.parse("0.1 0.2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("42 numbers, not 2");
  }

  @Test
  void takesPairsThatAreAllAlike() {
    Rarity rarity = Rarity.of(new double[] {0.5, 0.5, 0.5});
    assertThat(rarity.of(0.4)).isZero();
    assertThat(rarity.of(0.9)).isEqualTo(Rarity.MAX);
    assertThat(Rarity.of(new double[] {1}).of(0.99)).isZero();
  }

  /// Minus log10 of the share of the sample with at least this cosine.
  private static double plain(double[] sorted, double cosine) {
    long close = Arrays.stream(sorted).filter(each -> each >= cosine).count();
    return -Math.log10(close / (double) sorted.length);
  }

  /// Sorted cosines whose Fisher's z is normally distributed, as the cosines of texts nearly are.
  private static double[] sample(int pairs) {
    Random random = Seed.fixed(SEED + pairs);
    double[] sample = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      sample[i] = Math.tanh(0.1 + 0.1 * random.nextGaussian());
    }
    Arrays.sort(sample);
    return sample;
  }
}
