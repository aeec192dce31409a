package dev.akin.onnx.find;

import dev.akin.onnx.file.Node;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Finds out what is known about a shape that a graph computes.
final class ShapeFinder {
  /// The parts of a shape of four dimensions.
  private static final int MAX_PARTS = 4;

  private final GraphView graph;

  ShapeFinder(GraphView graph) {
    this.graph = graph;
  }

  /// The last dimensions of a shape; empty where a dimension is not constant. One empty value may
  /// stand for several dimensions, so count from the end. An empty list if nothing is known.
  List<OptionalLong> find(String name) {
    return graph
        .integers(name)
        .map(ShapeFinder::known)
        .or(() -> graph.producer(name, "Concat").map(this::parts))
        .orElse(List.of());
  }

  /// How many heads a `Reshape` splits states into. Its shape is `[text, token, head, coordinate]`,
  /// and one of the last two may be -1.
  ///
  /// @param width heads times coordinates
  OptionalLong heads(Node reshape, long width) {
    List<OptionalLong> shape = find(reshape.input(1));
    if (shape.size() < 2) {
      return OptionalLong.empty();
    }
    long heads = shape.get(shape.size() - 2).orElse(0);
    long each = shape.getLast().orElse(0);
    if (heads == -1 && each > 0) {
      heads = width / each;
    } else if (each == -1 && heads > 0) {
      each = width / heads;
    }
    return heads > 0 && each > 0 && heads <= width && each <= width && heads * each == width
        ? OptionalLong.of(heads)
        : OptionalLong.empty();
  }

  private List<OptionalLong> parts(Node concat) {
    List<String> inputs = concat.inputs();
    return inputs.subList(Math.max(0, inputs.size() - MAX_PARTS), inputs.size()).stream()
        .flatMap(this::part)
        .toList();
  }

  private Stream<OptionalLong> part(String name) {
    String whole = graph.before(name, "Unsqueeze", "Cast");
    return graph
        .integers(whole)
        .map(values -> known(values).stream())
        .orElse(Stream.of(OptionalLong.empty()));
  }

  private static List<OptionalLong> known(List<Long> values) {
    return values.stream().map(OptionalLong::of).toList();
  }
}
