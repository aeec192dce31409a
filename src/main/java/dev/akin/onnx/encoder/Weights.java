package dev.akin.onnx.encoder;

import dev.akin.onnx.file.Tensor;

/// A matrix of weights `[in][out]`.
///
/// @param isTransposed whether the tensor is `[out][in]`
///
/// @hidden public for its own room only
public record Weights(Tensor tensor, boolean isTransposed) {
  /// How many coordinates go in.
  public int rows() {
    return Math.toIntExact(tensor.shape().get(isTransposed ? 1 : 0));
  }

  /// How many coordinates come out.
  public int columns() {
    return Math.toIntExact(tensor.shape().get(isTransposed ? 0 : 1));
  }

  /// All weights in one array, `[in][out]`.
  public float[] values() {
    float[] stored = tensor.floats();
    if (!isTransposed) {
      return stored;
    }
    float[] values = new float[stored.length];
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        values[row * columns() + column] = stored[column * rows() + row];
      }
    }
    return values;
  }

  /// The weights as a tensor `[in][out]`.
  public Tensor asTensor() {
    return isTransposed ? Tensor.of(values(), rows(), columns()) : tensor;
  }
}
