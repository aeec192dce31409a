package dev.akin.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The parts of an encoder as exporters write them. Each looks at what a value comes from, and says
/// what it takes.
final class Patterns {
  private static final double TOLERANCE = 1e-4;

  private final GraphView graph;

  Patterns(GraphView graph) {
    this.graph = graph;
  }

  /// A [Encoder.Linear] and the value that it takes.
  record Product(Encoder.Linear linear, String input) {}

  /// An [Encoder.Normalization] and the value that it takes.
  record Normalized(Encoder.Normalization normalization, String input) {}

  /// `x W + b`: as `MatMul` and `Add`, or as `Gemm`, which knows rows only and so stands between
  /// two `Reshape`.
  Optional<Product> linear(String name) {
    return gemm(name).or(() -> matMul(name));
  }

  private Optional<Product> matMul(String name) {
    return graph.producer(name, "Add").flatMap(add -> either(add, this::biased));
  }

  private Optional<Product> biased(String product, String bias) {
    return graph
        .vector(bias)
        .flatMap(
            vector ->
                graph
                    .producer(product, "MatMul")
                    .flatMap(node -> product(node, weights(node.input(1), false), vector)));
  }

  private Optional<Product> gemm(String name) {
    Optional<Node> node = graph.producer(behind(name, "Reshape"), "Gemm");
    return node.filter(gemm -> gemm.integer("transA", 0) == 0)
        .filter(gemm -> gemm.real("alpha", 1) == 1 && gemm.real("beta", 1) == 1)
        .flatMap(
            gemm ->
                graph
                    .vector(gemm.input(2))
                    .flatMap(
                        bias ->
                            product(
                                gemm,
                                weights(gemm.input(1), gemm.integer("transB", 0) == 1),
                                bias)))
        .map(product -> new Product(product.linear(), behind(product.input(), "Reshape")));
  }

  private Optional<Product> product(Node node, Optional<Weights> weights, Tensor bias) {
    return weights
        .filter(matrix -> matrix.columns() == bias.size())
        .map(matrix -> new Product(new Encoder.Linear(matrix, bias), graph.source(node.input(0))));
  }

  private Optional<Weights> weights(String name, boolean isTransposed) {
    Optional<Node> transpose = graph.producer(name, "Transpose");
    if (transpose.isPresent()) {
      return weights(transpose.get().input(0), !isTransposed);
    }
    return graph
        .constant(name)
        .filter(tensor -> tensor.type() == Tensor.FLOAT && tensor.shape().size() == 2)
        .map(tensor -> new Weights(tensor, isTransposed));
  }

  /// A normalization of the last dimension: as one operator, or taken apart as before opset 17.
  Optional<Normalized> normalization(String name) {
    return layerNormalization(name).or(() -> takenApart(name));
  }

  private Optional<Normalized> layerNormalization(String name) {
    return graph
        .producer(name, "LayerNormalization")
        .filter(node -> node.integer("axis", -1) == -1 || node.integer("axis", -1) == 2)
        .flatMap(
            node ->
                normalized(
                    node.input(0), node.input(1), node.input(2), node.real("epsilon", 1e-5f)));
  }

  private Optional<Normalized> normalized(String input, String gain, String bias, float epsilon) {
    return graph
        .vector(gain)
        .flatMap(
            gains ->
                graph
                    .vector(bias)
                    .map(
                        biases ->
                            new Normalized(
                                new Encoder.Normalization(gains, biases, epsilon),
                                graph.source(input))));
  }

  /// `(x - mean) / sqrt(mean((x - mean)²) + epsilon) * gain + bias`.
  private Optional<Normalized> takenApart(String name) {
    return graph
        .producer(name, "Add")
        .flatMap(
            add ->
                either(
                    add,
                    (scaled, bias) ->
                        graph
                            .producer(scaled, "Mul")
                            .flatMap(
                                mul ->
                                    either(mul, (unit, gain) -> standardized(unit, gain, bias)))));
  }

  private Optional<Normalized> standardized(String unit, String gain, String bias) {
    Optional<Node> div = graph.producer(unit, "Div");
    Optional<Node> centered = div.flatMap(node -> graph.producer(node.input(0), "Sub"));
    Optional<Node> spread =
        div.flatMap(node -> graph.producer(node.input(1), "Sqrt"))
            .flatMap(sqrt -> graph.producer(sqrt.input(0), "Add"));
    if (centered.isEmpty() || spread.isEmpty()) {
      return Optional.empty();
    }
    String input = centered.get().input(0);
    boolean isMean =
        graph
            .producer(centered.get().input(1), "ReduceMean")
            .filter(mean -> graph.source(mean.input(0)).equals(graph.source(input)))
            .isPresent();
    return isMean
        ? either(spread.get(), this::epsilon)
            .flatMap(epsilon -> normalized(input, gain, bias, epsilon.floatValue()))
        : Optional.empty();
  }

  private Optional<Double> epsilon(String variance, String epsilon) {
    OptionalDouble value = graph.scalar(epsilon);
    return value.isPresent() && graph.producer(variance, "ReduceMean").isPresent()
        ? Optional.of(value.getAsDouble())
        : Optional.empty();
  }

  /// The value that a Gaussian error linear unit takes, `x / 2 * (1 + erf(x / sqrt(2)))` (Hendrycks
  /// and Gimpel, 2016); the approximation by `tanh` is another function.
  Optional<String> gelu(String name) {
    Optional<Node> whole =
        graph
            .producer(name)
            .filter(node -> node.operator().equals("Gelu"))
            .filter(node -> node.text("approximate", "none").equals("none"));
    return whole
        .map(node -> graph.source(node.input(0)))
        .or(() -> graph.producer(name, "Mul").flatMap(mul -> product(name)).flatMap(this::erf));
  }

  /// Factors that are not constant, and the product of those that are.
  private record Factors(List<String> values, double constant) {}

  private Optional<Factors> product(String name) {
    List<String> values = new ArrayList<>();
    double constant = factors(name, values);
    return values.size() <= 2 ? Optional.of(new Factors(values, constant)) : Optional.empty();
  }

  private double factors(String name, List<String> values) {
    OptionalDouble scalar = graph.scalar(name);
    if (scalar.isPresent()) {
      return scalar.getAsDouble();
    }
    Optional<Node> node = graph.producer(name, "Mul", "Div");
    if (node.isEmpty()) {
      values.add(graph.source(name));
      return 1;
    }
    if (node.get().is("Mul")) {
      return factors(node.get().input(0), values) * factors(node.get().input(1), values);
    }
    OptionalDouble divisor = graph.scalar(node.get().input(1));
    if (divisor.isEmpty()) {
      values.add(graph.source(name));
      return 1;
    }
    return factors(node.get().input(0), values) / divisor.getAsDouble();
  }

  private Optional<String> erf(Factors factors) {
    if (factors.values().size() != 2 || !isNear(factors.constant(), 0.5)) {
      return Optional.empty();
    }
    String first = factors.values().get(0);
    String second = factors.values().get(1);
    return onePlusErf(second, first).or(() -> onePlusErf(first, second));
  }

  private Optional<String> onePlusErf(String name, String input) {
    return graph
        .producer(name, "Add")
        .flatMap(
            add ->
                either(
                    add,
                    (erf, one) ->
                        graph
                            .producer(erf, "Erf")
                            .filter(node -> isNear(graph.scalar(one).orElse(0), 1))))
        .flatMap(erf -> product(erf.input(0)))
        .filter(inner -> inner.values().equals(List.of(input)))
        .filter(inner -> isNear(inner.constant(), Math.sqrt(0.5)))
        .map(inner -> input);
  }

  private static boolean isNear(double value, double wanted) {
    return Math.abs(value - wanted) < TOLERANCE;
  }

  /// The value behind nodes of some operators, by their first inputs.
  String behind(String name, String... operators) {
    String at = graph.source(name);
    for (Optional<Node> node = graph.producer(at, operators);
        node.isPresent();
        node = graph.producer(at, operators)) {
      at = graph.source(node.get().input(0));
    }
    return at;
  }

  interface Pair<T> {
    Optional<T> of(String one, String other);
  }

  /// Both orders of a node's two inputs.
  <T> Optional<T> either(Node node, Pair<T> pair) {
    String first = graph.source(node.input(0));
    String second = graph.source(node.input(1));
    return pair.of(first, second).or(() -> pair.of(second, first));
  }

  /// Whether a value depends on a node of an operator, within some steps.
  boolean dependsOn(String name, Set<String> operators, int steps) {
    return graph
        .producer(name)
        .filter(
            node ->
                operators.contains(node.operator())
                    || (steps > 0
                        && node.inputs().stream()
                            .anyMatch(input -> dependsOn(input, operators, steps - 1))))
        .isPresent();
  }
}
