package dev.akin.embed.model;

import dev.akin.onnx.fuse.Multiplication;
import java.util.Locale;

/// How precisely a model is computed; a part of its identity. In each precision, the vector of a
/// text depends only on the text.
public enum Precision {
  /// Like the published graph: the same vectors, up to rounding.
  FP32(Multiplication.EXACT),

  /// Some products in integers of 8 bits.
  BALANCED(Multiplication.HALF_INTEGER),

  /// All products in integers of 8 bits.
  FAST(Multiplication.INTEGER);

  private final Multiplication multiplication;

  Precision(Multiplication multiplication) {
    this.multiplication = multiplication;
  }

  /// How its graph multiplies.
  public Multiplication multiplication() {
    return multiplication;
  }

  /// Its name for users: `fp32`, `balanced`, `fast`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
