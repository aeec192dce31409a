package dev.akin.onnx;

/// A matrix of weights, `[in][out]`, though it may be stored the other way round.
record Weights(Tensor tensor, boolean isTransposed) {
  int rows() {
    return Math.toIntExact(tensor.shape().get(isTransposed ? 1 : 0));
  }

  int columns() {
    return Math.toIntExact(tensor.shape().get(isTransposed ? 0 : 1));
  }

  /// `[in][out]` in one array.
  float[] values() {
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

  /// As a tensor `[in][out]`.
  Tensor asTensor() {
    return isTransposed ? Tensor.of(values(), rows(), columns()) : tensor;
  }
}
