package dev.akin.onnx.find;

import dev.akin.onnx.file.Attribute;
import dev.akin.onnx.file.Graph;
import dev.akin.onnx.file.Node;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.Tensor;
import dev.akin.onnx.file.ValueInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// A graph that can be followed from its results backwards. Nodes that change nothing are skipped:
/// the source of each value is looked up once, at the start.
final class GraphView {
  /// Operators that change nothing when a model is used, not trained.
  private static final Set<String> TRANSPARENT = Set.of("Identity", "Dropout");

  /// The first opset where `Softmax` works along the last dimension if it names none.
  private static final long SOFTMAX_ALONG_LAST = 13;

  private final long opset;
  private final Set<String> inputs = new HashSet<>();
  private final Map<String, Tensor> constants = new HashMap<>();
  private final Map<String, Node> producers = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();
  private final Map<String, Double> scalars = new HashMap<>();

  /// @throws UnknownGraphException if the nodes are not in order, or two compute the same value
  GraphView(OnnxModel model) throws UnknownGraphException {
    Graph graph = model.graph();
    opset = model.opset();
    constants.putAll(graph.initializers());
    constants.forEach(this::addScalar);
    graph.inputs().stream()
        .map(ValueInfo::name)
        .filter(name -> !constants.containsKey(name))
        .forEach(inputs::add);
    Set<String> known = new HashSet<>(inputs);
    known.addAll(constants.keySet());
    known.add(""); // an absent input
    for (Node node : graph.nodes()) {
      for (String input : node.inputs()) {
        if (!known.contains(input)) {
          throw new UnknownGraphException(
              node + " uses " + input + ", which no earlier node computes");
        }
      }
      for (String output : node.outputs()) {
        if (!output.isEmpty() && !known.add(output)) {
          throw new UnknownGraphException(output + " is computed twice");
        }
      }
      if (!node.outputs().isEmpty()) {
        add(node);
      }
    }
  }

  private void add(Node node) {
    String output = node.output();
    if (isTransparent(node)) {
      String source = source(node.input(0));
      sources.put(output, source);
      return;
    }
    producers.put(output, node);
    if (node.is("Constant")) {
      constant(node).ifPresent(tensor -> constants.put(output, tensor));
      if (constants.containsKey(output)) {
        addScalar(output, constants.get(output));
      }
    } else {
      computed(node).ifPresent(value -> scalars.put(output, value));
    }
  }

  private static boolean isTransparent(Node node) {
    return TRANSPARENT.stream().anyMatch(node::is)
        || (node.is("Cast") && node.integer("to", 0) == Tensor.FLOAT);
  }

  private static Optional<Tensor> constant(Node node) {
    return node.attributes().entrySet().stream()
        .map(
            entry ->
                switch (entry.getValue()) {
                  case Attribute.Constant(Tensor tensor) -> tensor;
                  case Attribute.Whole(long value) -> Tensor.of(new long[] {value});
                  case Attribute.Real(float value) -> Tensor.of(new float[] {value});
                  case Attribute.Wholes(List<Long> values) ->
                      Tensor.of(
                          values.stream().mapToLong(Long::longValue).toArray(), values.size());
                  case Attribute.Text _, Attribute.Other _ -> null;
                })
        .map(Optional::ofNullable)
        .findFirst()
        .flatMap(tensor -> tensor);
  }

  private void addScalar(String name, Tensor tensor) {
    if (tensor.shape().size() > 1 || tensor.size() != 1) {
      return;
    }
    if (tensor.isInteger()) {
      scalars.put(name, (double) tensor.integers()[0]);
    } else if (tensor.type() == Tensor.FLOAT) {
      scalars.put(name, (double) tensor.floats()[0]);
    }
  }

  private OptionalDouble computed(Node node) {
    OptionalDouble first = scalar(node.input(0));
    OptionalDouble second = scalar(node.input(1));
    if (first.isPresent() && node.is("Sqrt")) {
      return OptionalDouble.of(Math.sqrt(first.getAsDouble()));
    }
    // A quotient of integers is rounded.
    boolean isReal = node.inputs().stream().noneMatch(this::isWhole);
    if (first.isEmpty() || second.isEmpty() || !isReal) {
      return OptionalDouble.empty();
    }
    if (node.is("Mul")) {
      return OptionalDouble.of(first.getAsDouble() * second.getAsDouble());
    }
    return node.is("Div")
        ? OptionalDouble.of(first.getAsDouble() / second.getAsDouble())
        : OptionalDouble.empty();
  }

  private boolean isWhole(String name) {
    Tensor tensor = constants.get(name);
    return tensor != null && tensor.isInteger();
  }

  /// The node that computes a value, without nodes that change nothing. Empty for an input or an
  /// initializer, and for all but the first output of a node.
  Optional<Node> producer(String name) {
    return Optional.ofNullable(producers.get(source(name)));
  }

  /// The same, if it is one of `operators`.
  Optional<Node> producer(String name, String... operators) {
    return producer(name).filter(node -> Arrays.stream(operators).anyMatch(node::is));
  }

  /// How a message names a value.
  String describe(String name) {
    return producer(name).map(Node::toString).orElse(name);
  }

  /// The same value before nodes that change nothing.
  String source(String name) {
    return sources.getOrDefault(name, name);
  }

  /// The value that goes into a chain of `operators`, by their first inputs.
  String before(String name, String... operators) {
    String at = source(name);
    for (Optional<Node> node = producer(at, operators);
        node.isPresent();
        node = producer(at, operators)) {
      at = source(node.get().input(0));
    }
    return at;
  }

  /// A constant tensor: an initializer, or the result of a `Constant`.
  Optional<Tensor> constant(String name) {
    return Optional.ofNullable(constants.get(source(name)));
  }

  /// A constant tensor of floats that is not empty.
  ///
  /// @param dimensions how many it must have
  Optional<Tensor> floats(String name, int dimensions) {
    return constant(name)
        .filter(tensor -> tensor.type() == Tensor.FLOAT && tensor.size() > 0)
        .filter(tensor -> tensor.shape().size() == dimensions);
  }

  /// The elements of a constant tensor of integers.
  Optional<List<Long>> integers(String name) {
    return constant(name)
        .filter(Tensor::isInteger)
        .map(tensor -> Arrays.stream(tensor.integers()).boxed().toList());
  }

  /// A constant number, or one that is computed from constants alone.
  OptionalDouble scalar(String name) {
    Double value = scalars.get(source(name));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// Whether a value is a constant number.
  boolean isScalar(String name, double value) {
    OptionalDouble scalar = scalar(name);
    return scalar.isPresent() && scalar.getAsDouble() == value;
  }

  /// Whether a value is the input `input`, perhaps converted to another type.
  boolean isInput(String name, String input) {
    return inputs.contains(input) && before(name, "Cast").equals(input);
  }

  /// The dimensions that a node works along: an attribute, or an input in newer opsets.
  List<Long> axes(Node node) {
    return node.integers("axes", integers(node.input(1)).orElse(List.of()));
  }

  /// The dimension that a `Softmax` works along if it names none.
  long axisOfSoftmax() {
    return opset < SOFTMAX_ALONG_LAST ? 1 : -1;
  }

  /// Looks at two inputs.
  interface Pair<T> {
    Optional<T> of(String one, String other);
  }

  /// Tries the two inputs of a node in both orders.
  <T> Optional<T> either(Node node, Pair<T> pair) {
    return pair.of(node.input(0), node.input(1)).or(() -> pair.of(node.input(1), node.input(0)));
  }
}
