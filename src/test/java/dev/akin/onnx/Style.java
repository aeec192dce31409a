package dev.akin.onnx;

/// Ways in which exporters write an encoder; without any, as at opset 11.
enum Style {
  /// `LayerNormalization` as one operator.
  NORMALIZATION(17),
  /// `Gelu` as one operator.
  GELU(20),
  /// Axes are inputs and no attributes.
  NEW_AXES(18),
  /// Linear maps as `Gemm` between two `Reshape`.
  GEMM(11),
  /// Weights behind a `Transpose`.
  TRANSPOSED(11),
  /// All constants as nodes.
  CONSTANTS(11),
  /// The other order of the inputs of sums and products.
  SWAPPED(11),
  /// Queries and keys multiplied by the root of the scale, which comes from a shape; zeros where
  /// the softmax is no number; a mask of minus infinities.
  SCALED_PARTS(13),
  /// The mask put on by `Where`.
  WHERE(11),
  /// Heads by the constant shape `[0, 0, heads, width]`.
  CONSTANT_SHAPE(11),
  /// The number of heads left open in the shape.
  OPEN_HEADS(11),
  /// No token types at all.
  NO_TYPES(11),
  /// Token types from zeros, not from the caller.
  ZERO_TYPES(11),
  /// The token types are a part of constant zeros.
  CONSTANT_ZERO_TYPES(11),
  /// Places by counting the mask, as RoBERTa does.
  COUNTED_MASK(11),
  /// Places by counting the words that are no padding.
  COUNTED_WORDS(11),
  /// Places are a part of the table.
  SLICED_PLACES(11),
  /// Places by `Range`.
  RANGE(11),
  /// Nodes in between that do nothing.
  IDENTITIES(11),
  /// A second output, pooled already.
  POOLED(11);

  final long opset;

  Style(long opset) {
    this.opset = opset;
  }
}
