package dev.akin.onnx;

import java.util.Map;

/// A model as ONNX has it: one graph and the versions of the operators that it is written in.
///
/// @param irVersion of the file's format
/// @param opsets the version of each domain's operators; ONNX's own domain is the empty name
/// @param functions operators that the file defines itself
record OnnxModel(long irVersion, Map<String, Long> opsets, int functions, Graph graph) {
  /// ONNX's own operators.
  static final String ONNX = "";

  /// ONNX Runtime's own operators.
  static final String MICROSOFT = "com.microsoft";

  OnnxModel {
    opsets = Map.copyOf(opsets);
  }

  /// The version of ONNX's own operators, 0 if the file names none.
  long opset() {
    return opsets.getOrDefault(ONNX, opsets.getOrDefault("ai.onnx", 0L));
  }
}
