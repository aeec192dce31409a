package dev.akin.onnx.file;

import java.util.List;

/// Name and type of an input or an output.
///
/// @param type the type of its elements, a number of [Tensor]; 0 if it is not a tensor
/// @param shape each dimension as a number or a name; an empty name if it is unknown
///
/// @hidden public for its own room only
public record ValueInfo(String name, int type, List<String> shape) {
  public ValueInfo {
    shape = List.copyOf(shape);
  }
}
