package dev.akin.onnx;

/// How a rewritten graph multiplies states by weights.
public enum Multiplication {
  /// In single precision, as published.
  EXACT,

  /// In integers of 8 bits where that costs least: what attention gives, and what the feed-forward
  /// net takes.
  HALF_INTEGER,

  /// In integers of 8 bits throughout.
  INTEGER
}
