package dev.akin.onnx.fuse;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.encoder.Weights;
import dev.akin.onnx.file.Tensor;

/// Packs three linear maps of one value into one. Their results stand side by side.
final class PackedLinear {
  private PackedLinear() {}

  static Encoder.Linear of(Encoder.Linear first, Encoder.Linear second, Encoder.Linear third) {
    int rows = first.weights().rows();
    int columns = first.weights().columns();
    float[] weights = new float[rows * columns * 3];
    float[] bias = new float[columns * 3];
    Encoder.Linear[] parts = {first, second, third};
    for (int part = 0; part < parts.length; part++) {
      float[] values = parts[part].weights().values();
      for (int row = 0; row < rows; row++) {
        System.arraycopy(values, row * columns, weights, (row * 3 + part) * columns, columns);
      }
      System.arraycopy(parts[part].bias().floats(), 0, bias, part * columns, columns);
    }
    return new Encoder.Linear(
        new Weights(Tensor.of(weights, rows, 3L * columns), false), Tensor.of(bias, 3L * columns));
  }
}
