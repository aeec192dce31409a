package dev.akin.onnx.file;

import java.util.List;

/// A setting of a node. The constants are the numbers of the types in the file format.
///
/// @hidden public for its own room only
public sealed interface Attribute {
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

  /// Of a type that encoders do not use, such as a graph or a list of tensors.
  record Other() implements Attribute {}
}
