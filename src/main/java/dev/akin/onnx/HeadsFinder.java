package dev.akin.onnx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds states that a linear map gives, parted into heads: a `Reshape` to `[text, token, head,
/// coordinate]`, then `Transpose`, perhaps a scale before or after any of them.
final class HeadsFinder {
  /// Scales and nodes `Transpose` in turn.
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

  /// States parted into heads.
  ///
  /// @param permutation of the dimensions text, token, head, coordinate
  /// @param count of heads
  /// @param scale by which the states are multiplied
  record Heads(Product product, List<Long> permutation, long count, double scale) {}

  Optional<Heads> find(String name) {
    Transposed turned = new Transposed(graph.source(name), Transposed.IN_ORDER);
    double scale = 1;
    for (int step = 0; step < MAX_STEPS; step++) {
      ScaleFinder.Scaled scaled = scales.find(turned.value());
      scale *= scaled.scale();
      turned = Transposed.find(graph, scaled.value()).then(turned.permutation());
    }
    Optional<Node> reshape = graph.producer(turned.value(), "Reshape");
    if (reshape.isEmpty()) {
      return Optional.empty();
    }
    ScaleFinder.Scaled states = scales.find(reshape.get().input(0));
    Optional<Product> product = linears.find(states.value());
    if (product.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong count = shapes.heads(reshape.get(), product.get().columns());
    return count.isPresent()
        ? Optional.of(
            new Heads(
                product.get(), turned.permutation(), count.getAsLong(), scale * states.scale()))
        : Optional.empty();
  }
}
