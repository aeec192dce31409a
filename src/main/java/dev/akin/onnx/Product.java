package dev.akin.onnx;

/// A linear map that was found in a graph, and the value that it takes.
record Product(Encoder.Linear linear, String input) {
  /// Coordinates of what it takes.
  int rows() {
    return linear.weights().rows();
  }

  /// Coordinates of what it gives.
  int columns() {
    return linear.weights().columns();
  }
}
