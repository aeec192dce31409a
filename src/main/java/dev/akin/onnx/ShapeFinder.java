package dev.akin.onnx;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What is known of a shape that a graph computes.
final class ShapeFinder {
  /// Of a shape of four dimensions.
  private static final int MAX_PARTS = 4;

  private final GraphView graph;

  ShapeFinder(GraphView graph) {
    this.graph = graph;
  }

  /// Its last dimensions, those empty that are not constant; a run of such ones may be a single one
  /// here, so that places count from the end. Nothing if nothing is known.
  List<OptionalLong> find(String name) {
    return graph
        .integers(name)
        .map(ShapeFinder::known)
        .or(() -> graph.producer(name, "Concat").map(this::parts))
        .orElse(List.of());
  }

  /// Into how many heads a `Reshape` parts states: its shape is `[text, token, head, coordinate]`,
  /// and one of the last two may be left open.
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
    String whole = graph.behind(name, "Unsqueeze", "Cast");
    return graph
        .integers(whole)
        .map(values -> known(values).stream())
        .orElse(Stream.of(OptionalLong.empty()));
  }

  private static List<OptionalLong> known(List<Long> values) {
    return values.stream().map(OptionalLong::of).toList();
  }
}
