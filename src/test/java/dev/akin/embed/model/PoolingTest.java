package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoolingTest {
  // Two texts of up to three tokens of two coordinates; 9 is padding.
  private static final float[] STATES = {
    1, 2, 3, 4, 5, 9, // the first text's tokens: (1, 2), (3, 4), (5, 9)
    2, 0, 4, 6, 9, 9, // the second text's: (2, 0), (4, 6), padding
  };

  @Test
  void meanLeavesPaddingOut() {
    // (1 + 3 + 5, 2 + 4 + 9) = (9, 15); length sqrt(81 + 225) = 17.4929: (0.5145, 0.8575)
    assertDirection(Pooling.MEAN.pool(STATES, 0, 3, 2), 0.5145f, 0.8575f);
    // (2 + 4, 0 + 6) = (6, 6): (0.7071, 0.7071)
    assertDirection(Pooling.MEAN.pool(STATES, 6, 2, 2), 0.7071f, 0.7071f);
  }

  @Test
  void clsIsTheFirstToken() {
    assertThat(Pooling.CLS.pool(STATES, 0, 3, 2)).containsExactly(1, 2);
    assertThat(Pooling.CLS.pool(STATES, 6, 2, 2)).containsExactly(2, 0);
  }

  @Test
  void maxTakesTheLargestOfEachCoordinate() {
    assertThat(Pooling.MAX.pool(STATES, 0, 3, 2)).containsExactly(5, 9);
    assertThat(Pooling.MAX.pool(STATES, 6, 2, 2)).containsExactly(4, 6);
    assertThat(Pooling.MAX.pool(new float[] {-3, -1, -2, -4}, 0, 2, 2)).containsExactly(-2, -1);
  }

  @Test
  void weightedMeanCountsLaterTokensMore() {
    // 1 (1, 2) + 2 (3, 4) + 3 (5, 9) = (22, 37)
    assertThat(Pooling.WEIGHTED_MEAN.pool(STATES, 0, 3, 2)).containsExactly(22, 37);
  }

  @Test
  void lastTokenIsTheOneBeforeThePadding() {
    assertThat(Pooling.LAST_TOKEN.pool(STATES, 6, 2, 2)).containsExactly(4, 6);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MAX")
  void weighsAsItPools(Pooling pooling) {
    float[] weights = new float[4];
    pooling.weigh(weights, 1, 3);
    float[] summed = new float[2];
    for (int token = 0; token < 3; token++) {
      summed[0] += weights[1 + token] * STATES[2 * token];
      summed[1] += weights[1 + token] * STATES[2 * token + 1];
    }
    assertThat(summed).containsExactly(pooling.pool(STATES, 0, 3, 2));
    assertThat(weights[0]).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void noTokensAreZeros(Pooling pooling) {
    assertThat(pooling.pool(STATES, 6, 0, 2)).containsExactly(0, 0);
  }

  @Test
  void hasItsNameFromTheCard() {
    assertThat(Pooling.byName("mean")).isEqualTo(Pooling.MEAN);
    assertThat(Pooling.byName("cls")).isEqualTo(Pooling.CLS);
    assertThat(Pooling.byName("weightedmean")).isEqualTo(Pooling.WEIGHTED_MEAN);
    assertThatThrownBy(() -> Pooling.byName("mode")).hasMessageContaining("not \"mode\"");
  }

  private static void assertDirection(float[] pooled, float x, float y) {
    float[] unit = Embedding.normalize(Space.of("plane", 2, Map.of()), pooled).toArray();
    assertThat(unit[0]).isCloseTo(x, within(1e-4f));
    assertThat(unit[1]).isCloseTo(y, within(1e-4f));
  }
}
