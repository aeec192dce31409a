package dev.akin.onnx.file;

import java.util.Map;

/// The content of an ONNX file: one graph, and the versions of the operators that it uses.
///
/// @param irVersion the version of the file format
/// @param opsets the version of the operators of each domain; ONNX's own domain is [#ONNX]
/// @param functions how many operators the file defines itself
///
/// @hidden public for its own room only
public record OnnxModel(long irVersion, Map<String, Long> opsets, int functions, Graph graph) {
  /// The domain of ONNX's own operators.
  public static final String ONNX = "";

  /// The domain of ONNX Runtime's own operators.
  public static final String MICROSOFT = "com.microsoft";

  public OnnxModel {
    opsets = Map.copyOf(opsets);
  }

  /// The version of ONNX's own operators, 0 if the file names none.
  public long opset() {
    return opsets.getOrDefault(ONNX, opsets.getOrDefault("ai.onnx", 0L));
  }
}
