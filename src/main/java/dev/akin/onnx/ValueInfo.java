package dev.akin.onnx;

import java.util.List;

/// The type of an input or an output.
///
/// @param type of its elements, one of those of [Tensor]; 0 if it is no tensor
/// @param shape each dimension as a number or a name, an empty name if nothing is known of it
record ValueInfo(String name, int type, List<String> shape) {
  ValueInfo {
    shape = List.copyOf(shape);
  }
}
