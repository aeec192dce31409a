package dev.akin.embed.model;

import dev.akin.onnx.fuse.Multiplication;
import java.util.Locale;

/// How exactly a model is computed; a part of its identity. In each, a text's vector depends on
/// nothing but the text.
public enum Precision {
  /// As published: the same vectors, up to rounding.
  FP32(Multiplication.EXACT),

  /// Some products in integers of 8 bits.
  BALANCED(Multiplication.HALF_INTEGER),

  /// All products in integers of 8 bits.
  FAST(Multiplication.INTEGER);

  private final Multiplication multiplication;

  Precision(Multiplication multiplication) {
    this.multiplication = multiplication;
  }

  public Multiplication multiplication() {
    return multiplication;
  }

  /// As people write it: `fp32`, `balanced`, `fast`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
