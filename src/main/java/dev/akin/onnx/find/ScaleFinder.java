package dev.akin.onnx.find;

import dev.akin.onnx.file.Node;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Finds numbers that a value is multiplied or divided by. They are constant, or computed from the
/// width of a head, which the graph takes from the shape of states that are split into heads.
final class ScaleFinder {
  /// The deepest nesting of products, quotients and roots.
  private static final int MAX_DEPTH = 4;

  /// The longest chain of scales.
  private static final int MAX_STEPS = 3;

  private static final List<Long> LAST = List.of(-1L, 3L);

  private final GraphView graph;
  private final LinearFinder linears;
  private final ShapeFinder shapes;

  ScaleFinder(GraphView graph, LinearFinder linears) {
    this.graph = graph;
    this.linears = linears;
    this.shapes = new ShapeFinder(graph);
  }

  /// A value and its factor.
  record Scaled(String value, double scale) {}

  /// The value that `name` is a multiple of; itself with factor 1 if there is no other.
  Scaled find(String name) {
    Scaled scaled = new Scaled(graph.source(name), 1);
    for (int step = 0; step < MAX_STEPS; step++) {
      scaled = before(scaled).orElse(scaled);
    }
    return scaled;
  }

  private Optional<Scaled> before(Scaled scaled) {
    return product(scaled).or(() -> quotient(scaled));
  }

  private Optional<Scaled> product(Scaled scaled) {
    return graph
        .producer(scaled.value(), "Mul")
        .flatMap(
            mul -> graph.either(mul, (value, factor) -> times(scaled, value, factor(factor, 0))));
  }

  private Optional<Scaled> quotient(Scaled scaled) {
    return graph
        .producer(scaled.value(), "Div")
        .flatMap(
            div -> {
              OptionalDouble divisor = factor(div.input(1), 0);
              return divisor.isPresent()
                  ? times(scaled, div.input(0), OptionalDouble.of(1 / divisor.getAsDouble()))
                  : Optional.empty();
            });
  }

  private Optional<Scaled> times(Scaled scaled, String value, OptionalDouble factor) {
    return factor.isPresent()
        ? Optional.of(new Scaled(graph.source(value), scaled.scale() * factor.getAsDouble()))
        : Optional.empty();
  }

  private OptionalDouble factor(String name, int depth) {
    OptionalDouble scalar = graph.scalar(name);
    Optional<Node> node = graph.producer(name, "Sqrt", "Mul", "Div");
    if (scalar.isPresent() || depth == MAX_DEPTH) {
      return scalar;
    }
    if (node.isEmpty()) {
      return widthOfHead(name);
    }
    OptionalDouble first = factor(node.get().input(0), depth + 1);
    if (first.isEmpty()) {
      return first;
    }
    if (node.get().is("Sqrt")) {
      return OptionalDouble.of(Math.sqrt(first.getAsDouble()));
    }
    OptionalDouble second = factor(node.get().input(1), depth + 1);
    if (second.isEmpty()) {
      return second;
    }
    return OptionalDouble.of(
        node.get().is("Mul")
            ? first.getAsDouble() * second.getAsDouble()
            : first.getAsDouble() / second.getAsDouble());
  }

  /// The last dimension of states that are split into heads, taken from their shape.
  private OptionalDouble widthOfHead(String name) {
    return graph
        .producer(graph.before(name, "Cast", "Squeeze"), "Gather", "Slice")
        .filter(node -> graph.integers(node.input(1)).filter(this::isLast).isPresent())
        .filter(node -> node.is("Gather") || graph.isScalar(node.input(2), Long.MAX_VALUE))
        .flatMap(node -> graph.producer(node.input(0), "Shape"))
        .map(shape -> Transposed.find(graph, shape.input(0)))
        .filter(transposed -> transposed.permutation().getLast() == 3)
        .flatMap(transposed -> graph.producer(transposed.value(), "Reshape"))
        .map(this::widthOfHead)
        .orElse(OptionalDouble.empty());
  }

  private boolean isLast(List<Long> indices) {
    return indices.size() == 1 && LAST.contains(indices.getFirst());
  }

  private OptionalDouble widthOfHead(Node reshape) {
    Optional<LinearFinder.Product> product = linears.find(reshape.input(0));
    OptionalLong heads =
        product.map(found -> shapes.heads(reshape, found.columns())).orElse(OptionalLong.empty());
    return heads.isPresent()
        ? OptionalDouble.of(product.orElseThrow().columns() / (double) heads.getAsLong())
        : OptionalDouble.empty();
  }
}
