package dev.akin.onnx.fuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.encoder.Weights;
import dev.akin.onnx.file.Tensor;
import org.junit.jupiter.api.Test;

/// Weights as they go into a fused graph: packed, rounded, smoothed.
class FusedWeightsTest {
  @Test
  void packsThreeLinearMapsSideBySide() {
    Encoder.Linear packed = PackedLinear.of(linear(1, false), linear(2, true), linear(3, false));
    // Rows [1 2], [3 4] times 1, 2 (stored the other way round) and 3.
    assertThat(packed.weights().values()).containsExactly(1, 2, 2, 4, 3, 6, 3, 4, 6, 8, 9, 12);
    assertThat(packed.bias().floats()).containsExactly(1, 1, 2, 2, 3, 3);
  }

  private static Encoder.Linear linear(float times, boolean isTransposed) {
    float[] stored = isTransposed ? new float[] {1, 3, 2, 4} : new float[] {1, 2, 3, 4};
    for (int i = 0; i < stored.length; i++) {
      stored[i] *= times;
    }
    return new Encoder.Linear(
        new Weights(Tensor.of(stored, 2, 2), isTransposed),
        Tensor.of(new float[] {times, times}, 2));
  }

  @Test
  void roundsEachColumnToIntegersOfItsOwnScale() {
    // The columns [254 -127], [0.5 0.25] and [0 0]: scales 2, 0.5 / 127 and 0.
    Weights weights =
        new Weights(Tensor.of(new float[] {254, 0.5f, 0, -127, 0.25f, 0}, 2, 3), false);
    EightBits rounded = EightBits.of(weights, WeightRange.WHOLE);
    assertThat(rounded.values().bytes().array()).containsExactly(127, 127, 0, -63, 64, 0);
    assertThat(rounded.scales().floats()).containsExactly(2, 0.5f / 127, 0);
    EightBits narrow = EightBits.of(weights, WeightRange.NARROW);
    assertThat(narrow.values().bytes().array()).containsExactly(96, 96, 0, -48, 48, 0);
    assertThat(narrow.scales().floats()).containsExactly(254f / 96, 0.5f / 96, 0);
  }

  @Test
  void smoothingChangesNoProduct() {
    Encoder.Normalization normalization =
        new Encoder.Normalization(
            Tensor.of(new float[] {1, 10}, 2), Tensor.of(new float[] {0, 5}, 2), 1e-5f);
    Weights weights = new Weights(Tensor.of(new float[] {0.1f, 0.2f, 0.3f, -0.4f}, 2, 2), false);
    Smoothing smoothing = Smoothing.of(normalization, weights);
    float[] inverse = smoothing.inverse().floats();
    float[] smoothed = smoothing.weights().values();
    for (int i = 0; i < smoothed.length; i++) {
      assertThat(smoothed[i] * inverse[i / 2]).isCloseTo(weights.values()[i], within(1e-6f));
    }
    assertThat(inverse[0]).isGreaterThan(2 * inverse[1]);
  }
}
