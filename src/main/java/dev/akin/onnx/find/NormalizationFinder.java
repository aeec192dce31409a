package dev.akin.onnx.find;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.file.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Finds normalizations of the last of three dimensions: as one operator, or as several, which was
/// usual before opset 17.
final class NormalizationFinder {
  private final GraphView graph;

  NormalizationFinder(GraphView graph) {
    this.graph = graph;
  }

  /// A normalization, and the value that goes into it.
  record Normalized(Encoder.Normalization normalization, String input) {}

  Optional<Normalized> find(String name) {
    return single(name).or(() -> composed(name));
  }

  private Optional<Normalized> single(String name) {
    return graph
        .producer(name, "LayerNormalization")
        .filter(node -> isLast(List.of(node.integer("axis", -1))))
        .flatMap(
            node -> {
              Affine affine = new Affine(node.input(1), node.input(2));
              return normalized(node.input(0), affine, node.real("epsilon", 1e-5f));
            });
  }

  private static boolean isLast(List<Long> axes) {
    return axes.equals(List.of(-1L)) || axes.equals(List.of(2L));
  }

  /// The names of gain and bias.
  private record Affine(String gain, String bias) {}

  private Optional<Normalized> normalized(String input, Affine affine, double epsilon) {
    Optional<Tensor> gain = graph.floats(affine.gain(), 1);
    Optional<Tensor> bias = graph.floats(affine.bias(), 1);
    return gain.isPresent() && bias.isPresent()
        ? Optional.of(
            new Normalized(
                new Encoder.Normalization(gain.get(), bias.get(), (float) epsilon),
                graph.source(input)))
        : Optional.empty();
  }

  /// `(x - mean) / sqrt(mean((x - mean)²) + epsilon) * gain + bias`.
  private Optional<Normalized> composed(String name) {
    return graph
        .producer(name, "Add")
        .flatMap(
            add ->
                graph.either(
                    add,
                    (scaled, bias) ->
                        graph
                            .producer(scaled, "Mul")
                            .flatMap(
                                mul ->
                                    graph.either(
                                        mul,
                                        (unit, gain) ->
                                            standardized(unit, new Affine(gain, bias))))));
  }

  private Optional<Normalized> standardized(String unit, Affine affine) {
    return graph
        .producer(unit, "Div")
        .flatMap(
            div ->
                centered(div.input(0))
                    .flatMap(
                        input ->
                            epsilon(div.input(1), input)
                                .flatMap(epsilon -> normalized(input, affine, epsilon))));
  }

  /// `x`, if a value is `x - mean(x)`.
  private Optional<String> centered(String name) {
    return graph
        .producer(name, "Sub")
        .filter(sub -> mean(sub.input(1)).filter(graph.source(sub.input(0))::equals).isPresent())
        .map(sub -> graph.source(sub.input(0)));
  }

  private Optional<String> mean(String name) {
    return graph
        .producer(name, "ReduceMean")
        .filter(node -> node.integer("keepdims", 1) == 1 && isLast(graph.axes(node)))
        .map(node -> graph.source(node.input(0)));
  }

  /// `epsilon`, if `deviation` is `sqrt(mean((input - mean(input))²) + epsilon)`.
  private Optional<Double> epsilon(String deviation, String input) {
    return graph
        .producer(deviation, "Sqrt")
        .flatMap(sqrt -> graph.producer(sqrt.input(0), "Add"))
        .flatMap(
            add ->
                graph.either(
                    add,
                    (variance, epsilon) -> {
                      OptionalDouble value = graph.scalar(epsilon);
                      boolean isVariance =
                          mean(variance)
                              .flatMap(this::squared)
                              .flatMap(this::centered)
                              .filter(input::equals)
                              .isPresent();
                      return value.isPresent() && isVariance
                          ? Optional.of(value.getAsDouble())
                          : Optional.empty();
                    }));
  }

  /// `x`, if a value is `x²`.
  private Optional<String> squared(String name) {
    return graph
        .producer(name, "Pow", "Mul")
        .filter(
            node ->
                node.is("Pow")
                    ? graph.isScalar(node.input(1), 2)
                    : graph.source(node.input(0)).equals(graph.source(node.input(1))))
        .map(node -> node.input(0));
  }
}
