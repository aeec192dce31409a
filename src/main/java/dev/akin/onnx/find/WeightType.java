package dev.akin.onnx.find;

import dev.akin.onnx.file.Attribute;
import dev.akin.onnx.file.Graph;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.Tensor;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The type of the weights of a graph.
public enum WeightType {
  /// Floats of 32 bits.
  FP32,
  /// Floats of 16 bits.
  FP16,
  /// Integers of 8 bits or fewer.
  INT8;

  private static final Set<String> QUANTIZED =
      Set.of(
          "QuantizeLinear",
          "DequantizeLinear",
          "DynamicQuantizeLinear",
          "DynamicQuantizeMatMul",
          "MatMulInteger",
          "MatMulIntegerToFloat",
          "MatMulNBits",
          "QAttention",
          "QLinearMatMul");

  /// Its name in a model's card.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The type of the weights of a graph.
  ///
  /// @hidden public for its own room only
  public static WeightType of(OnnxModel model) {
    Graph graph = model.graph();
    if (graph.nodes().stream().anyMatch(node -> isQuantized(node.operator()))) {
      return INT8;
    }
    Stream<Tensor> constants =
        graph.nodes().stream()
            .flatMap(node -> node.attributes().values().stream())
            .flatMap(
                each ->
                    each instanceof Attribute.Constant(Tensor tensor)
                        ? Stream.of(tensor)
                        : Stream.empty());
    return Stream.concat(graph.initializers().values().stream(), constants)
            .anyMatch(WeightType::hasHalves)
        ? FP16
        : FP32;
  }

  /// Whether an operator works with integers for weights.
  static boolean isQuantized(String operator) {
    return QUANTIZED.contains(operator);
  }

  /// Whether the elements of a tensor have 16 bits.
  static boolean hasHalves(Tensor tensor) {
    return tensor.type() == Tensor.FLOAT16 || tensor.type() == Tensor.BFLOAT16;
  }
}
