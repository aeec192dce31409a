package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddingTest {
  private static final Space PLANE = Space.of("plane", 2, Map.of());

  @Test
  void scalesToLengthOne() {
    // (3, 4) has length 5.
    Embedding embedding = Embedding.normalize(PLANE, new float[] {3, 4});
    assertThat(embedding.toArray()).containsExactly(0.6f, 0.8f);
    assertThat(embedding.space()).isEqualTo(PLANE);
  }

  @Test
  void scalesTheVeryShortAndTheVeryLong() {
    float[] tiny = {Float.MIN_VALUE, Float.MIN_VALUE};
    float[] huge = {Float.MAX_VALUE, Float.MAX_VALUE};
    for (float[] values : new float[][] {tiny, huge}) {
      // Both have an angle of 45 degrees: the square root of a half.
      assertThat(Embedding.normalize(PLANE, values).toArray())
          .containsExactly(0.70710677f, 0.70710677f);
    }
  }

  static Stream<float[]> withoutDirection() {
    return Stream.of(
        new float[] {},
        new float[] {1},
        new float[] {1, 0, 0},
        new float[] {0, 0},
        new float[] {-0f, 0},
        new float[] {Float.NaN, 1},
        new float[] {Float.POSITIVE_INFINITY, 1});
  }

  @ParameterizedTest
  @MethodSource("withoutDirection")
  void refusesWhatHasNoDirection(float[] values) {
    assertThatThrownBy(() -> Embedding.normalize(PLANE, values))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Embedding.ofUnit(PLANE, values))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesStoredValuesAsTheyAre() {
    float[] stored = {0.6f, 0.8f};
    assertThat(Embedding.ofUnit(PLANE, stored).toArray()).containsExactly(stored);
    // The lengths are 1.002 and 0.998.
    assertThatThrownBy(() -> Embedding.ofUnit(PLANE, new float[] {1.002f, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.00199");
    assertThatThrownBy(() -> Embedding.ofUnit(PLANE, new float[] {0, 0.998f}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sharesNoArray() {
    float[] values = {1, 0};
    Embedding normalized = Embedding.normalize(PLANE, values);
    Embedding stored = Embedding.ofUnit(PLANE, values);
    values[0] = 7;
    stored.toArray()[0] = 7;
    assertThat(normalized.toArray()).containsExactly(1, 0);
    assertThat(stored.toArray()).containsExactly(1, 0);
  }

  @Test
  void cosineIsThatOfTheAngle() {
    Embedding east = Embedding.normalize(PLANE, new float[] {1, 0});
    Embedding north = Embedding.normalize(PLANE, new float[] {0, 2});
    Embedding northEast = Embedding.normalize(PLANE, new float[] {3, 3});
    Embedding west = Embedding.normalize(PLANE, new float[] {-5, 0});
    assertThat(east.cosine(east)).isEqualTo(1);
    assertThat(east.cosine(north)).isZero();
    assertThat(east.cosine(west)).isEqualTo(-1);
    assertThat(east.cosine(northEast)).isCloseTo(Math.sqrt(0.5), within(1e-7));
  }

  @Test
  void comparesOnlyWithinOneSpace() {
    Embedding one = Embedding.normalize(PLANE, new float[] {1, 0});
    Embedding renamed = Embedding.normalize(Space.of("renamed", 2, Map.of()), new float[] {1, 0});
    Embedding other =
        Embedding.normalize(Space.of("cls-plane", 2, Map.of("pooling", "cls")), new float[] {1, 0});
    assertThat(one.cosine(renamed)).isEqualTo(1);
    assertThatThrownBy(() -> one.cosine(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("plane", "cls-plane");
  }
}
