package dev.akin.onnx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A value of four dimensions and the order that they were brought into.
///
/// @param permutation for each dimension of the result, the one of the value that it was
record Transposed(String value, List<Long> permutation) {
  /// As they are after parting states into heads: text, token, head, coordinate.
  static final List<Long> IN_ORDER = List.of(0L, 1L, 2L, 3L);

  /// Text, head, token, coordinate; or back again.
  static final List<Long> HEADS_FIRST = List.of(0L, 2L, 1L, 3L);

  /// Text, head, coordinate, token.
  static final List<Long> TOKENS_LAST = List.of(0L, 2L, 3L, 1L);

  /// Nodes `Transpose` one after the other.
  private static final int MAX_STEPS = 3;

  private static final List<Long> REVERSED = List.of(3L, 2L, 1L, 0L);

  /// What some nodes `Transpose` made `name` of, if any.
  static Transposed find(GraphView graph, String name) {
    Transposed turned = new Transposed(graph.source(name), IN_ORDER);
    for (int step = 0; step < MAX_STEPS; step++) {
      turned = turned.before(graph).orElse(turned);
    }
    return turned;
  }

  private Optional<Transposed> before(GraphView graph) {
    return graph
        .producer(value, "Transpose")
        .map(node -> new Transposed(graph.source(node.input(0)), node.integers("perm", REVERSED)))
        .filter(turned -> turned.permutation.stream().sorted().toList().equals(IN_ORDER))
        .map(turned -> turned.then(permutation));
  }

  /// The same value, its dimensions brought into another order once more.
  Transposed then(List<Long> next) {
    Stream<Long> both = next.stream().map(place -> permutation.get(place.intValue()));
    return new Transposed(value, both.toList());
  }
}
