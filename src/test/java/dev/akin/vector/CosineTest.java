package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.Seed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosineTest {
  private static float[] unit(Random random, int dimension) {
    Space space = new Space("random", dimension, new TreeMap<>());
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalize(space, values).toArray();
  }

  private static double exactly(float[] a, float[] b) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < a.length; i++) {
      sum = sum.add(new BigDecimal(a[i]).multiply(new BigDecimal(b[i])));
    }
    return sum.round(MathContext.DECIMAL64).doubleValue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 383, 384})
  void agreesWithExactArithmetic(int dimension) {
    Random random = Seed.random();
    for (int i = 0; i < 50; i++) {
      float[] a = unit(random, dimension);
      float[] b = unit(random, dimension);
      double exact = Math.clamp(exactly(a, b), -1.0, 1.0);
      assertThat(Cosine.of(a, b)).isCloseTo(exact, within(1e-15));
      assertThat(Cosine.of(b, a)).isEqualTo(Cosine.of(a, b));
    }
  }

  @Test
  void isNeverAboveOneByRounding() {
    // As floats, (0.6, 0.8) is a little too long: 0.36000001 + 0.64000002.
    float[] long1 = {0.6f, 0.8f};
    assertThat(Cosine.dot(long1, long1)).isGreaterThan(1);
    assertThat(Cosine.of(long1, long1)).isEqualTo(1);
    assertThat(Cosine.of(long1, new float[] {-0.6f, -0.8f})).isEqualTo(-1);
  }

  @Test
  void alwaysAddsInTheSameOrder() {
    // In double precision 1 + 1e-17 is 1, so the result shows which products were added first.
    float big = 1;
    float small = 1e-17f;
    float[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
    assertThat(Cosine.dot(new float[] {big, small, 0, 0, -big, 0, 0, 0}, ones)).isEqualTo(small);
    assertThat(Cosine.dot(new float[] {big, small, 0, 0, 0, -big, 0, 0}, ones)).isZero();
  }

  @Test
  void refusesVectorsOfDifferentDimensions() {
    assertThatThrownBy(() -> Cosine.of(new float[] {1}, new float[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("1", "2");
  }
}
