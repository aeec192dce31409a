package dev.akin.onnx.fuse;

import java.util.List;

/// How a rewritten graph multiplies states by weights.
public enum Multiplication {
  /// In single precision, like the published graph.
  EXACT,

  /// In integers of 8 bits where this costs the least accuracy: the result of the attention, and
  /// the input of the feed-forward net.
  HALF_INTEGER,

  /// In integers of 8 bits everywhere.
  INTEGER;

  /// The ranges of weights that are worth a try, the most accurate one first. Which one serves
  /// depends on the processor.
  public List<WeightRange> ranges() {
    return this == EXACT ? List.of(WeightRange.WHOLE) : List.of(WeightRange.values());
  }
}
