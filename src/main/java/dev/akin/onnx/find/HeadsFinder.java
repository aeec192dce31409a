package dev.akin.onnx.find;

import dev.akin.onnx.file.Node;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds the result of a linear map, split into heads: a `Reshape` to `[text, token, head,
/// coordinate]`, then `Transpose`, perhaps with a scale before or after each of them.
final class HeadsFinder {
  /// The most pairs of a scale and a `Transpose`.
  private static final int MAX_STEPS = 3;

  private final GraphView graph;
  private final LinearFinder linears;
  private final ShapeFinder shapes;
  private final ScaleFinder scales;

  HeadsFinder(GraphView graph, LinearFinder linears, ScaleFinder scales) {
    this.graph = graph;
    this.linears = linears;
    this.shapes = new ShapeFinder(graph);
    this.scales = scales;
  }

  /// States, split into heads.
  ///
  /// @param permutation order of the dimensions text, token, head, coordinate
  /// @param count how many heads
  /// @param scale factor of the states
  record Heads(LinearFinder.Product product, List<Long> permutation, long count, double scale) {}

  Optional<Heads> find(String name) {
    Transposed transposed = new Transposed(graph.source(name), Transposed.IN_ORDER);
    double scale = 1;
    for (int step = 0; step < MAX_STEPS; step++) {
      ScaleFinder.Scaled scaled = scales.find(transposed.value());
      scale *= scaled.scale();
      transposed = Transposed.find(graph, scaled.value()).then(transposed.permutation());
    }
    Optional<Node> reshape = graph.producer(transposed.value(), "Reshape");
    if (reshape.isEmpty()) {
      return Optional.empty();
    }
    ScaleFinder.Scaled states = scales.find(reshape.get().input(0));
    Optional<LinearFinder.Product> product = linears.find(states.value());
    if (product.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong count = shapes.heads(reshape.get(), product.get().columns());
    return count.isPresent()
        ? Optional.of(
            new Heads(
                product.get(), transposed.permutation(), count.getAsLong(), scale * states.scale()))
        : Optional.empty();
  }
}
