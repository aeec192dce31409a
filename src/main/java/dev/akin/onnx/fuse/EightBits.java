package dev.akin.onnx.fuse;

import dev.akin.onnx.encoder.Weights;
import dev.akin.onnx.file.Tensor;

/// Weights as signed integers of 8 bits, with a scale for each column: `weight = scale * integer`,
/// rounded to the nearest integer.
///
/// @param values `[in][out]`
/// @param scales one for each column
record EightBits(Tensor values, Tensor scales) {
  static EightBits of(Weights matrix, WeightRange range) {
    float[] weights = matrix.values();
    int columns = matrix.columns();
    float[] scales = new float[columns];
    for (int i = 0; i < weights.length; i++) {
      scales[i % columns] = Math.max(scales[i % columns], Math.abs(weights[i]) / range.largest());
    }
    byte[] values = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      float scale = scales[i % columns];
      values[i] = (byte) (scale == 0 ? 0 : Math.round(weights[i] / scale));
    }
    return new EightBits(
        Tensor.of(Tensor.INT8, values, matrix.rows(), columns), Tensor.of(scales, columns));
  }
}
