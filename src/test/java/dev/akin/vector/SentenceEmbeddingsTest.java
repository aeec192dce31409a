package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentenceEmbeddingsTest {
  private static final Space PLANE = Space.of("plane", 2, Map.of());
  private static final Space ODD = Space.of("odd", 3, Map.of());

  /// Two coordinates a byte, the first in the lower half, each plus 8.
  private static byte[] bytes(int... coordinates) {
    byte[] bytes = new byte[coordinates.length / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (coordinates[2 * i] + 8 + 16 * (coordinates[2 * i + 1] + 8));
    }
    return bytes;
  }

  @Test
  void roundsToTheBestOfSeveralScales() {
    // Without cutting, 0.5 becomes 7, and -0.3571 becomes -5.0; 1 becomes 1, and -7 stays.
    SentenceEmbeddings sentences =
        SentenceEmbeddings.of(PLANE, List.of(new float[] {0.5f, -0.3571f}, new float[] {1, -7}));
    assertThat(sentences.toBytes()).containsExactly(bytes(7, -5, 1, -7));
    assertThat(sentences.count()).isEqualTo(2);
    assertThat(sentences.space()).isEqualTo(PLANE);
  }

  @Test
  void cosinesAreThoseOfTheBytes() {
    SentenceEmbeddings one = SentenceEmbeddings.ofBytes(PLANE, bytes(3, 4, -4, 3));
    SentenceEmbeddings other = SentenceEmbeddings.ofBytes(PLANE, bytes(7, 0));
    // (3, 4) has length 5: 3 * 7 / (5 * 7); so has (-4, 3): -4 * 7 / (5 * 7).
    assertThat(one.cosine(0, other, 0)).isCloseTo(0.6, within(1e-12));
    assertThat(one.cosine(1, other, 0)).isCloseTo(-0.8, within(1e-12));
    assertThat(one.cosine(0, one, 1)).isZero();
    assertThat(one.cosine(1, one, 1)).isEqualTo(1);
    // (0.6, 0.8) has length 1: (3 * 0.6 + 4 * 0.8) / 5, then (-4 * 0.6 + 3 * 0.8) / 5.
    Embedding embedding = Embedding.normalize(PLANE, new float[] {3, 4});
    assertThat(one.cosine(0, embedding)).isCloseTo(1, within(1e-7));
    assertThat(one.cosine(1, embedding)).isCloseTo(0, within(1e-7));
    assertThat(other.cosine(0, embedding)).isCloseTo(0.6, within(1e-7));
  }

  @Test
  void readsTheBytesOfAnEarlierAkin() {
    SentenceEmbeddings old =
        SentenceEmbeddings.ofWholeBytes(PLANE, new byte[] {127, 91, 0, 0, -127, 18});
    assertThat(old.toBytes()).containsExactly(bytes(7, 5, 0, 0, -7, 1));
  }

  @Test
  void cosinesAreNearThoseOfTheFloats() {
    Random random = Seed.random();
    for (int dimension : new int[] {64, 129, 384, 1000}) {
      Space space = Space.of("random", dimension, Map.of());
      for (int round = 0; round < 200; round++) {
        float[] a = random(random, dimension);
        float[] b = random(random, dimension);
        double exact = Cosine.dot(a, b) / Math.sqrt(Cosine.dot(a, a)) / Math.sqrt(Cosine.dot(b, b));
        SentenceEmbeddings sentences = SentenceEmbeddings.of(space, List.of(a, b));
        assertThat(sentences.cosine(0, sentences, 1)).isCloseTo(exact, within(0.08));
        assertThat(sentences.cosine(0, Embedding.normalize(space, b)))
            .isCloseTo(exact, within(0.08));
      }
    }
  }

  private static float[] random(Random random, int dimension) {
    float scale = (float) Math.pow(10, random.nextInt(-20, 20));
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) random.nextGaussian() * scale;
    }
    return values;
  }

  @Test
  void whatTheModelDidNotSeeHasCosinesOfZero() {
    SentenceEmbeddings sentences =
        SentenceEmbeddings.of(
            PLANE,
            List.of(
                new float[] {1, 0},
                new float[] {0, 0},
                new float[] {Float.NaN, 1},
                new float[] {1, Float.NaN},
                new float[] {Float.NEGATIVE_INFINITY, 1}));
    assertThat(sentences.count()).isEqualTo(5);
    Embedding east = Embedding.normalize(PLANE, new float[] {1, 0});
    for (int i = 1; i < sentences.count(); i++) {
      assertThat(sentences.cosine(i, sentences, 0)).isZero();
      assertThat(sentences.cosine(0, sentences, i)).isZero();
      assertThat(sentences.cosine(i, sentences, i)).isZero();
      assertThat(sentences.cosine(i, east)).isZero();
    }
    assertThat(sentences.toBytes()).containsExactly(bytes(7, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void addsUpUnitVectorsByTheirWeights() {
    // (3, 4) and (0, -2) have the lengths 5 and 2; nobody saw the third.
    SentenceEmbeddings sentences = SentenceEmbeddings.ofBytes(PLANE, bytes(3, 4, 0, -2, 0, 0));
    // 10 (0.6, 0.8) + 0.5 (0, -1)
    assertThat(sentences.sum(new double[] {10, 0.5, 7})).containsExactly(6, 7.5f);
    assertThatThrownBy(() -> sentences.sum(new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 weights for 3 sentences");
  }

  @Test
  void comeBackFromTheirBytes() {
    SentenceEmbeddings sentences =
        SentenceEmbeddings.of(
            ODD, List.of(new float[] {1, 2, 3}, new float[] {0, 0, 0}, new float[] {-3, 1, 0}));
    SentenceEmbeddings back = SentenceEmbeddings.ofBytes(ODD, sentences.toBytes());
    assertThat(back.toBytes()).containsExactly(sentences.toBytes());
    assertThat(back.count()).isEqualTo(3);
    assertThat(back.cosine(0, sentences, 2)).isEqualTo(sentences.cosine(0, sentences, 2));
  }

  @Test
  void mayBeNone() {
    SentenceEmbeddings none = SentenceEmbeddings.none(PLANE);
    assertThat(none.count()).isZero();
    assertThat(none.toBytes()).isEmpty();
    assertThat(SentenceEmbeddings.ofBytes(PLANE, new byte[0]).count()).isZero();
    assertThatThrownBy(() -> none.cosine(0, none, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesWrongLengths() {
    assertThatThrownBy(() -> SentenceEmbeddings.ofWholeBytes(PLANE, new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("3 bytes", "space of 2");
    assertThatThrownBy(() -> SentenceEmbeddings.ofBytes(ODD, new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("3 bytes", "space of 3");
    assertThatThrownBy(() -> SentenceEmbeddings.of(PLANE, List.of(new float[3])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("3 coordinates", "space of 2");
  }

  @Test
  void sharesNoArray() {
    byte[] bytes = bytes(1, 2);
    SentenceEmbeddings sentences = SentenceEmbeddings.ofBytes(PLANE, bytes);
    Arrays.fill(bytes, (byte) 7);
    sentences.toBytes()[0] = 7;
    assertThat(sentences.toBytes()).containsExactly(bytes(1, 2));
  }

  @Test
  void comparesOnlyWithinOneSpace() {
    Space other = Space.of("cls-plane", 2, Map.of("pooling", "cls"));
    SentenceEmbeddings one = SentenceEmbeddings.ofBytes(PLANE, bytes(1, 0));
    assertThatThrownBy(() -> one.cosine(0, SentenceEmbeddings.ofBytes(other, bytes(1, 0)), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("plane", "cls-plane");
    assertThatThrownBy(() -> one.cosine(0, Embedding.normalize(other, new float[] {1, 0})))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
