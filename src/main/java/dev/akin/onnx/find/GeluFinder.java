package dev.akin.onnx.find;

import dev.akin.onnx.file.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Finds Gaussian error linear units, `x / 2 * (1 + erf(x / sqrt(2)))` (Hendrycks and Gimpel,
/// 2016), as one operator or as several. The approximation by `tanh` is another function.
final class GeluFinder {
  /// Some exporters write constants with few digits.
  private static final double TOLERANCE = 1e-5;

  /// The deepest nesting of products.
  private static final int MAX_DEPTH = 4;

  private final GraphView graph;

  GeluFinder(GraphView graph) {
    this.graph = graph;
  }

  /// The value that goes into the unit.
  Optional<String> find(String name) {
    return single(name).or(() -> composed(name));
  }

  private Optional<String> single(String name) {
    return graph
        .producer(name)
        .filter(node -> node.is("Gelu") || node.isMicrosoft("Gelu"))
        .filter(node -> node.text("approximate", "none").equals("none"))
        .map(node -> graph.source(node.input(0)));
  }

  private Optional<String> composed(String name) {
    return factors(name)
        .filter(factors -> factors.values().size() == 2 && isNear(factors.constant(), 0.5))
        .map(Factors::values)
        .flatMap(
            values ->
                onePlusErf(values.get(1), values.get(0))
                    .or(() -> onePlusErf(values.get(0), values.get(1))));
  }

  /// `input`, if `name` is `1 + erf(input / sqrt(2))`.
  private Optional<String> onePlusErf(String name, String input) {
    return graph
        .producer(name, "Add")
        .flatMap(
            add ->
                graph.either(
                    add,
                    (erf, one) -> graph.producer(erf, "Erf").filter(_ -> graph.isScalar(one, 1))))
        .flatMap(erf -> factors(erf.input(0)))
        .filter(inner -> inner.values().equals(List.of(input)))
        .filter(inner -> isNear(inner.constant(), Math.sqrt(0.5)))
        .map(_ -> input);
  }

  private static boolean isNear(double value, double wanted) {
    return Math.abs(value - wanted) < TOLERANCE;
  }

  /// The factors that are not constant, and the product of the constant ones.
  private record Factors(List<String> values, double constant) {}

  private Optional<Factors> factors(String name) {
    List<String> values = new ArrayList<>();
    double constant = gather(name, values, MAX_DEPTH);
    return Optional.of(new Factors(values, constant));
  }

  private double gather(String name, List<String> values, int depth) {
    OptionalDouble scalar = graph.scalar(name);
    if (scalar.isPresent()) {
      return scalar.getAsDouble();
    }
    Optional<Node> mul = graph.producer(name, "Mul").filter(_ -> depth > 0);
    if (mul.isPresent()) {
      return gather(mul.get().input(0), values, depth - 1)
          * gather(mul.get().input(1), values, depth - 1);
    }
    Optional<Node> div = graph.producer(name, "Div").filter(_ -> depth > 0);
    OptionalDouble divisor = div.map(node -> graph.scalar(node.input(1))).orElse(scalar);
    if (divisor.isPresent()) {
      return gather(div.orElseThrow().input(0), values, depth - 1) / divisor.getAsDouble();
    }
    values.add(graph.source(name));
    return 1;
  }
}
