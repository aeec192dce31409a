package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
  void noTokensAreZeros() {
    assertThat(Pooling.MEAN.pool(STATES, 6, 0, 2)).containsExactly(0, 0);
    assertThat(Pooling.CLS.pool(STATES, 6, 0, 2)).containsExactly(0, 0);
  }

  @Test
  void hasItsNameFromTheCard() {
    assertThat(Pooling.byName("mean")).isEqualTo(Pooling.MEAN);
    assertThat(Pooling.byName("cls")).isEqualTo(Pooling.CLS);
    assertThatThrownBy(() -> Pooling.byName("max")).hasMessageContaining("not \"max\"");
  }

  private static void assertDirection(float[] pooled, float x, float y) {
    float[] unit = Embedding.normalize(Space.of("plane", 2, Map.of()), pooled).toArray();
    assertThat(unit[0]).isCloseTo(x, within(1e-4f));
    assertThat(unit[1]).isCloseTo(y, within(1e-4f));
  }
}
