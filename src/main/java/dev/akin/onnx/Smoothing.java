package dev.akin.onnx;

/// Makes states easier to round to 8 bits: some coordinates of a normalized state are ten times as
/// large as the others, and one scale has to do for all. Each coordinate is divided by a factor,
/// and the weights that it meets are multiplied by it, after SmoothQuant (Xiao et al., ICML 2023).
/// How large a coordinate gets is told by the normalization's own gain and bias, so that no text
/// has to be read for it and every machine writes the same graph.
///
/// @param inverse for each coordinate, what it is multiplied by
/// @param weights with the factors in them
record Smoothing(Tensor inverse, Weights weights) {
  /// Of a normalized coordinate, nearly all are within so many standard deviations.
  private static final float DEVIATIONS = 3;

  /// How much of the difference goes to the weights, 0 to 1; the best of 0.5, 0.65, 0.8 for two
  /// models.
  private static final double STRENGTH = 0.8;

  private static final double SMALLEST = 1e-5;

  static Smoothing of(Encoder.Normalization normalization, Weights matrix) {
    float[] gain = normalization.gain().floats();
    float[] bias = normalization.bias().floats();
    float[] weights = matrix.values().clone();
    float[] inverse = new float[gain.length];
    int columns = matrix.columns();
    for (int row = 0; row < gain.length; row++) {
      double range = Math.abs(bias[row]) + DEVIATIONS * Math.abs(gain[row]);
      double factor =
          StrictMath.pow(Math.max(range, SMALLEST), STRENGTH)
              / StrictMath.pow(Math.max(largest(weights, row, columns), SMALLEST), 1 - STRENGTH);
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
