package dev.akin.onnx;

import dev.akin.onnx.file.Attribute;
import dev.akin.onnx.file.Graph;
import dev.akin.onnx.file.Node;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.Tensor;
import dev.akin.onnx.file.ValueInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What tests do to a published graph so that it means something else.
final class Changes {
  private Changes() {}

  static OnnxModel listInitializersAmongInputs(OnnxModel model) {
    List<ValueInfo> inputs = new ArrayList<>(model.graph().inputs());
    model
        .graph()
        .initializers()
        .forEach(
            (name, tensor) ->
                inputs.add(
                    new ValueInfo(
                        name,
                        tensor.type(),
                        tensor.shape().stream().map(String::valueOf).toList())));
    Graph graph = model.graph();
    return with(model, new Graph(graph.nodes(), graph.initializers(), inputs, graph.outputs()));
  }

  static OnnxModel with(OnnxModel model, Graph graph) {
    return new OnnxModel(model.irVersion(), model.opsets(), model.functions(), graph);
  }

  static OnnxModel withNodes(OnnxModel model, List<Node> nodes) {
    Graph graph = model.graph();
    return with(model, new Graph(nodes, graph.initializers(), graph.inputs(), graph.outputs()));
  }

  static OnnxModel withOutputs(OnnxModel model, ValueInfo... outputs) {
    Graph graph = model.graph();
    return with(
        model, new Graph(graph.nodes(), graph.initializers(), graph.inputs(), List.of(outputs)));
  }

  static OnnxModel withInitializer(OnnxModel model, String name, Tensor tensor) {
    Graph graph = model.graph();
    Map<String, Tensor> initializers = new LinkedHashMap<>(graph.initializers());
    initializers.put(name, tensor);
    return with(model, new Graph(graph.nodes(), initializers, graph.inputs(), graph.outputs()));
  }

  /// Changes the node that gives a value.
  static OnnxModel node(OnnxModel model, String output, UnaryOperator<Node> change) {
    if (model.graph().nodes().stream().noneMatch(node -> node.output().equals(output))) {
      throw new IllegalArgumentException("no node gives " + output);
    }
    return withNodes(
        model,
        model.graph().nodes().stream()
            .map(node -> node.output().equals(output) ? change.apply(node) : node)
            .toList());
  }

  static OnnxModel operator(OnnxModel model, String output, String operator) {
    return node(
        model,
        output,
        node ->
            new Node(node.domain(), operator, node.inputs(), node.outputs(), node.attributes()));
  }

  static OnnxModel attribute(OnnxModel model, String output, String name, Attribute value) {
    return node(
        model,
        output,
        node -> {
          Map<String, Attribute> attributes = new LinkedHashMap<>(node.attributes());
          attributes.put(name, value);
          return new Node(
              node.domain(), node.operator(), node.inputs(), node.outputs(), attributes);
        });
  }

  static OnnxModel inputs(OnnxModel model, String output, String... inputs) {
    return node(
        model,
        output,
        node ->
            new Node(
                node.domain(),
                node.operator(),
                Arrays.asList(inputs),
                node.outputs(),
                node.attributes()));
  }

  /// Gives an input of a node another value.
  static OnnxModel input(OnnxModel model, String output, int place, String input) {
    return node(
        model,
        output,
        node -> {
          List<String> inputs = new ArrayList<>(node.inputs());
          inputs.set(place, input);
          return new Node(
              node.domain(), node.operator(), inputs, node.outputs(), node.attributes());
        });
  }

  /// Puts a node behind the one that gives a value, so that all others take what it gives; its
  /// inputs name the value `before`.
  static OnnxModel behind(OnnxModel model, String output, String operator, String... inputs) {
    List<Node> nodes = new ArrayList<>();
    for (Node node : model.graph().nodes()) {
      boolean isThat = node.output().equals(output);
      List<String> outputs = isThat ? List.of("before") : node.outputs();
      nodes.add(
          new Node(node.domain(), node.operator(), node.inputs(), outputs, node.attributes()));
      if (isThat) {
        nodes.add(
            new Node(OnnxModel.ONNX, operator, Arrays.asList(inputs), List.of(output), Map.of()));
      }
    }
    if (nodes.size() == model.graph().nodes().size()) {
      throw new IllegalArgumentException("no node gives " + output);
    }
    return withNodes(model, nodes);
  }
}
