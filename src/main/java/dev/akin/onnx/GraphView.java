package dev.akin.onnx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// A graph, to be walked from its results backwards.
final class GraphView {
  /// What leaves values as they are when a model is used and not trained.
  private static final Set<String> TRANSPARENT = Set.of("Identity", "Dropout", "Cast");

  private final Graph graph;
  private final Map<String, Node> producers = new HashMap<>();

  GraphView(Graph graph) {
    this.graph = graph;
    graph.nodes().forEach(node -> node.outputs().forEach(name -> producers.put(name, node)));
  }

  Graph graph() {
    return graph;
  }

  /// The node that a value comes from, behind those that leave values as they are; empty for an
  /// input or a constant.
  Optional<Node> producer(String name) {
    return Optional.ofNullable(producers.get(source(name)));
  }

  /// The same, if it is one of these operators.
  Optional<Node> producer(String name, String... operators) {
    return producer(name).filter(node -> Set.of(operators).stream().anyMatch(node::is));
  }

  /// The value behind nodes that leave values as they are.
  String source(String name) {
    String at = name;
    for (Node node = producers.get(at);
        node != null && TRANSPARENT.stream().anyMatch(node::is);
        node = producers.get(at)) {
      at = node.input(0);
    }
    return at;
  }

  /// A constant tensor: an initializer, or the result of a node `Constant`.
  Optional<Tensor> constant(String name) {
    String source = source(name);
    Tensor initializer = graph.initializers().get(source);
    if (initializer != null) {
      return Optional.of(initializer);
    }
    return Optional.ofNullable(producers.get(source))
        .filter(node -> node.is("Constant"))
        .map(node -> node.attributes().get("value"))
        .map(value -> value instanceof Attribute.Constant(Tensor tensor) ? tensor : null);
  }

  /// A constant vector of floats.
  Optional<Tensor> vector(String name) {
    return constant(name)
        .filter(tensor -> tensor.type() == Tensor.FLOAT && tensor.shape().size() == 1);
  }

  /// A constant number, or one that a few operations make of constants.
  OptionalDouble scalar(String name) {
    Optional<Tensor> constant = constant(name);
    if (constant.isPresent()) {
      Tensor tensor = constant.get();
      if (tensor.size() != 1 || !(tensor.isInteger() || tensor.type() == Tensor.FLOAT)) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(tensor.isInteger() ? tensor.integers()[0] : tensor.floats()[0]);
    }
    return producer(name).map(this::computed).orElse(OptionalDouble.empty());
  }

  private OptionalDouble computed(Node node) {
    OptionalDouble first = node.inputs().isEmpty() ? OptionalDouble.empty() : scalar(node.input(0));
    if (first.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (node.is("Sqrt")) {
      return OptionalDouble.of(Math.sqrt(first.getAsDouble()));
    }
    OptionalDouble second =
        node.inputs().size() == 2 ? scalar(node.input(1)) : OptionalDouble.empty();
    if (second.isEmpty()) {
      return OptionalDouble.empty();
    }
    return switch (node.operator()) {
      case "Mul" -> OptionalDouble.of(first.getAsDouble() * second.getAsDouble());
      case "Div" -> OptionalDouble.of(first.getAsDouble() / second.getAsDouble());
      default -> OptionalDouble.empty();
    };
  }

  /// Whether a value is constant, or an input: nothing computes it from what a caller gives.
  boolean isInput(String name) {
    return graph.inputs().stream().anyMatch(input -> input.name().equals(source(name)))
        && !graph.initializers().containsKey(source(name));
  }
}
