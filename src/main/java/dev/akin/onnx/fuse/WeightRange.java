package dev.akin.onnx.fuse;

/// The integers that weights are rounded to where a graph multiplies in 8 bits.
public enum WeightRange {
  /// From -127 to 127.
  WHOLE(127),

  /// From -96 to 96, for processors without dot products of 8 bits (VNNI). They add two products at
  /// a time in 16 bits, and cut a sum that is larger (ONNX Runtime, "Quantize ONNX Models", on the
  /// types of weights). From -64 to 64 no sum is larger, but more is lost by rounding.
  NARROW(96);

  private final int largest;

  WeightRange(int largest) {
    this.largest = largest;
  }

  int largest() {
    return largest;
  }
}
