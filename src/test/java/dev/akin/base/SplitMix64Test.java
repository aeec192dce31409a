package dev.akin.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /// Each number of a [SplittableRandom] is the mixed sum of its seed and a multiple of the gamma.
  @Test
  void mixesAsTheJdkDoes() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 1; i <= 100; i++) {
      assertThat(SplitMix64.mix(seed + i * GOLDEN_GAMMA)).isEqualTo(random.nextLong());
    }
  }
}
