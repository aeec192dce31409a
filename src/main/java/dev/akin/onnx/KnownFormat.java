package dev.akin.onnx;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Refuses, in plain words, what cannot be a graph that akin knows, before anything is looked for.
final class KnownFormat {
  /// The operators whose meaning was read; an older or a later version may mean something else.
  private static final long OLDEST_OPSET = 11;

  private static final long NEWEST_OPSET = 23;

  private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");
  private static final Set<String> QUANTIZED =
      Set.of(
          "QuantizeLinear",
          "DequantizeLinear",
          "DynamicQuantizeLinear",
          "MatMulInteger",
          "QLinearMatMul");

  private KnownFormat() {}

  static void require(OnnxModel model) throws UnknownGraphException {
    if (model.opset() < OLDEST_OPSET || model.opset() > NEWEST_OPSET) {
      throw new UnknownGraphException(
          "it is written in opset %d, and akin knows those from %d to %d"
              .formatted(model.opset(), OLDEST_OPSET, NEWEST_OPSET));
    }
    if (model.functions() > 0) {
      throw new UnknownGraphException("it defines operators of its own");
    }
    for (Node node : model.graph().nodes()) {
      requireKnown(node);
    }
    for (Map.Entry<String, Tensor> entry : model.graph().initializers().entrySet()) {
      requireReadable(entry.getKey(), entry.getValue());
    }
    requireKnownInputs(model.graph());
  }

  private static void requireKnown(Node node) throws UnknownGraphException {
    if (QUANTIZED.contains(node.operator())) {
      throw new UnknownGraphException("its weights are integers already: " + node);
    }
    if (!node.is(node.operator()) && !node.isMicrosoft("Gelu")) {
      throw new UnknownGraphException(
          "it has an operator that is not ONNX's own: %s of %s".formatted(node, node.domain()));
    }
    for (Attribute attribute : node.attributes().values()) {
      if (attribute instanceof Attribute.Constant(Tensor tensor)) {
        requireReadable(node.toString(), tensor);
      }
    }
  }

  private static void requireReadable(String name, Tensor tensor) throws UnknownGraphException {
    if (tensor.isExternal()) {
      throw new UnknownGraphException("its weights are in another file (external data): " + name);
    }
    if (tensor.type() == Tensor.FLOAT16 || tensor.type() == Tensor.BFLOAT16) {
      throw new UnknownGraphException("its weights have 16 bits: " + name);
    }
  }

  private static void requireKnownInputs(Graph graph) throws UnknownGraphException {
    Stream<String> unknown =
        graph.inputs().stream()
            .map(ValueInfo::name)
            .filter(name -> !INPUTS.contains(name) && !graph.initializers().containsKey(name));
    String names = String.join(", ", unknown.toList());
    if (!names.isEmpty()) {
      throw new UnknownGraphException("it takes an input " + names);
    }
  }
}
