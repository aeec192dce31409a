package dev.akin.onnx.find;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A value of four dimensions, and the order in which they are now.
///
/// @param permutation for each dimension of the result, its number in the value
record Transposed(String value, List<Long> permutation) {
  /// The order after states are split into heads: text, token, head, coordinate.
  static final List<Long> IN_ORDER = List.of(0L, 1L, 2L, 3L);

  /// Text, head, token, coordinate; and from there back to [#IN_ORDER].
  static final List<Long> HEADS_FIRST = List.of(0L, 2L, 1L, 3L);

  /// Text, head, coordinate, token.
  static final List<Long> TOKENS_LAST = List.of(0L, 2L, 3L, 1L);

  /// The longest chain of `Transpose`.
  private static final int MAX_STEPS = 3;

  private static final List<Long> REVERSED = List.of(3L, 2L, 1L, 0L);

  /// The value that `name` is a transposition of; itself in order if there is no other.
  static Transposed find(GraphView graph, String name) {
    Transposed transposed = new Transposed(graph.source(name), IN_ORDER);
    for (int step = 0; step < MAX_STEPS; step++) {
      transposed = transposed.before(graph).orElse(transposed);
    }
    return transposed;
  }

  private Optional<Transposed> before(GraphView graph) {
    return graph
        .producer(value, "Transpose")
        .map(node -> new Transposed(graph.source(node.input(0)), node.integers("perm", REVERSED)))
        .filter(transposed -> transposed.permutation.stream().sorted().toList().equals(IN_ORDER))
        .map(transposed -> transposed.then(permutation));
  }

  /// The same value after one more transposition.
  Transposed then(List<Long> next) {
    Stream<Long> both = next.stream().map(place -> permutation.get(place.intValue()));
    return new Transposed(value, both.toList());
  }
}
