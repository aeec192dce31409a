package dev.akin.onnx.fuse;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.encoder.Weights;
import dev.akin.onnx.file.Tensor;

/// Makes states easier to round to 8 bits (SmoothQuant, Xiao et al., ICML 2023). Some coordinates
/// of a normalized state are ten times as large as the others, but all of them share one scale. So
/// each coordinate is divided by a factor, and the weights of that coordinate are multiplied by it.
///
/// The gain and the bias of the normalization say how large a coordinate gets. So no text has to be
/// read, and every machine writes the same graph.
///
/// @param inverse the factor of each coordinate, 1 / the factor of its weights
/// @param weights multiplied by the factors
record Smoothing(Tensor inverse, Weights weights) {
  /// Nearly all values of a normalized coordinate are within this many standard deviations.
  private static final float DEVIATIONS = 3;

  /// How much of the difference goes to the weights, 0 to 1. Of 0.5, 0.65 and 0.8, this was the
  /// best for two models.
  private static final double STRENGTH = 0.8;

  private static final double MIN_RANGE = 1e-5;

  static Smoothing of(Encoder.Normalization normalization, Weights matrix) {
    float[] gain = normalization.gain().floats();
    float[] bias = normalization.bias().floats();
    float[] weights = matrix.values().clone();
    float[] inverse = new float[gain.length];
    int columns = matrix.columns();
    for (int row = 0; row < gain.length; row++) {
      double range = Math.abs(bias[row]) + DEVIATIONS * Math.abs(gain[row]);
      double factor =
          StrictMath.pow(Math.max(range, MIN_RANGE), STRENGTH)
              / StrictMath.pow(Math.max(largest(weights, row, columns), MIN_RANGE), 1 - STRENGTH);
      inverse[row] = (float) (1 / factor);
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        weights[i] *= (float) factor;
      }
    }
    return new Smoothing(
        Tensor.of(inverse, inverse.length),
        new Weights(Tensor.of(weights, inverse.length, columns), false));
  }

  private static float largest(float[] weights, int row, int columns) {
    float largest = 0;
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      largest = Math.max(largest, Math.abs(weights[i]));
    }
    return largest;
  }
}
