package dev.akin.onnx;

import java.util.List;

/// A setting of a node.
sealed interface Attribute {
  /// The number of the type in the format.
  int REAL = 1;

  int WHOLE = 2;
  int TEXT = 3;
  int CONSTANT = 4;
  int WHOLES = 7;

  record Whole(long value) implements Attribute {}

  record Real(float value) implements Attribute {}

  record Text(String value) implements Attribute {}

  record Wholes(List<Long> values) implements Attribute {
    public Wholes {
      values = List.copyOf(values);
    }
  }

  record Constant(Tensor value) implements Attribute {}

  /// One of a kind that encoders do not have: a graph, a list of tensors.
  record Other() implements Attribute {}
}
