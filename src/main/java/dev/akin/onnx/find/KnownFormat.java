package dev.akin.onnx.find;

import dev.akin.onnx.file.Attribute;
import dev.akin.onnx.file.Graph;
import dev.akin.onnx.file.Node;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.Tensor;
import dev.akin.onnx.file.ValueInfo;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Refuses graphs that akin cannot know, before it looks for an encoder.
final class KnownFormat {
  /// In older or newer versions, an operator may mean something else.
  private static final long MIN_OPSET = 11;

  private static final long MAX_OPSET = 23;

  private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

  private KnownFormat() {}

  static void require(OnnxModel model) throws UnknownGraphException {
    if (model.opset() < MIN_OPSET || model.opset() > MAX_OPSET) {
      throw new UnknownGraphException(
          "it uses opset %d, and akin knows opsets %d to %d"
              .formatted(model.opset(), MIN_OPSET, MAX_OPSET));
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
    if (WeightType.isQuantized(node.operator())) {
      throw new UnknownGraphException("its weights are already integers: " + node);
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
    if (WeightType.hasHalves(tensor)) {
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
      throw new UnknownGraphException("it has an input that akin does not know: " + names);
    }
  }
}
