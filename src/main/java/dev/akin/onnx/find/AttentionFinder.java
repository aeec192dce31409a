package dev.akin.onnx.find;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.file.Node;
import java.util.List;
import java.util.Optional;

/// Finds an attention of several heads (Vaswani et al., 2017) as exporters write it: products,
/// `Reshape` and `Transpose`, a scale of the scores or of queries and keys, a mask, `Softmax`.
final class AttentionFinder {
  /// The longest chain of masks and scales on scores.
  private static final int MAX_STEPS = 8;

  private final GraphView graph;
  private final ScaleFinder scales;
  private final HeadsFinder heads;
  private final MaskFinder masks;

  AttentionFinder(GraphView graph, LinearFinder linears) {
    this.graph = graph;
    this.scales = new ScaleFinder(graph, linears);
    this.heads = new HeadsFinder(graph, linears, scales);
    this.masks = new MaskFinder(graph);
  }

  /// What was found.
  ///
  /// @param input the value that queries, keys and values are computed from
  record Attention(
      Encoder.Linear query,
      Encoder.Linear key,
      Encoder.Linear value,
      float scale,
      int heads,
      String input) {}

  /// A product of queries and keys, and its factor.
  private record Scores(Node product, double scale) {}

  /// The attention that computes a value, in which all heads are side by side again.
  ///
  /// @throws UnknownGraphException if the value is something else
  Attention find(String name) throws UnknownGraphException {
    Transposed transposed = Transposed.find(graph, graph.before(name, "Reshape"));
    Node mixed =
        graph
            .producer(transposed.value(), "MatMul")
            .filter(_ -> transposed.permutation().equals(Transposed.HEADS_FIRST))
            .orElseThrow(() -> unknown(name, "no product of weights and values"));
    Scores scores =
        softmax(mixed.input(0))
            .flatMap(softmax -> scores(softmax.input(0), 1, MAX_STEPS))
            .orElseThrow(
                () -> unknown(name, "no softmax of products of queries and keys under a mask"));
    HeadsFinder.Heads query = heads(scores.product().input(0), Transposed.HEADS_FIRST, name);
    HeadsFinder.Heads key = heads(scores.product().input(1), Transposed.TOKENS_LAST, name);
    HeadsFinder.Heads value = heads(mixed.input(1), Transposed.HEADS_FIRST, name);
    requireSame(query, key, name);
    requireSame(query, value, name);
    double scale = scores.scale() * query.scale() * key.scale();
    if (!(scale > 0 && Double.isFinite((float) scale)) || value.scale() != 1) {
      throw unknown(name, "unknown scale");
    }
    return new Attention(
        query.product().linear(),
        key.product().linear(),
        value.product().linear(),
        (float) scale,
        Math.toIntExact(query.count()),
        value.product().input());
  }

  private static UnknownGraphException unknown(String name, String what) {
    return new UnknownGraphException("unknown attention before " + name + ": " + what);
  }

  private HeadsFinder.Heads heads(String name, List<Long> permutation, String attention)
      throws UnknownGraphException {
    return heads
        .find(name)
        .filter(found -> found.permutation().equals(permutation))
        .orElseThrow(
            () ->
                unknown(attention, name + " is not the result of a linear map, split into heads"));
  }

  private static void requireSame(HeadsFinder.Heads one, HeadsFinder.Heads other, String attention)
      throws UnknownGraphException {
    if (!one.product().input().equals(other.product().input())) {
      throw unknown(attention, "queries, keys and values are computed from different states");
    }
    if (one.count() != other.count()
        || one.product().columns() != other.product().columns()
        || one.product().rows() != other.product().rows()) {
      throw unknown(attention, "queries, keys and values differ in their heads");
    }
  }

  /// A `Softmax` along the last dimension. Some exporters replace its result by zeros where every
  /// key is masked.
  private Optional<Node> softmax(String name) {
    return graph
        .producer(unmasked(name), "Softmax")
        .filter(node -> List.of(-1L, 3L).contains(node.integer("axis", graph.axisOfSoftmax())));
  }

  private String unmasked(String name) {
    return graph
        .producer(name, "Where")
        .filter(where -> graph.isScalar(where.input(1), 0))
        .filter(
            where ->
                graph
                    .producer(where.input(0), "IsNaN")
                    .filter(
                        node -> graph.source(node.input(0)).equals(graph.source(where.input(2))))
                    .isPresent())
        .map(where -> where.input(2))
        .orElse(name);
  }

  /// The product of queries and keys, before scale and mask.
  private Optional<Scores> scores(String name, double scale, int steps) {
    ScaleFinder.Scaled scaled = scales.find(name);
    double factor = scale * scaled.scale();
    return graph
        .producer(scaled.value(), "MatMul")
        .map(product -> new Scores(product, factor))
        .or(
            () ->
                masked(scaled.value())
                    .filter(_ -> steps > 0)
                    .flatMap(masked -> scores(masked, factor, steps - 1)));
  }

  /// The scores before a mask, if the value is masked scores.
  private Optional<String> masked(String name) {
    return graph
        .producer(name, "Add")
        .flatMap(add -> graph.either(add, this::masked))
        .or(
            () ->
                graph
                    .producer(name, "Where")
                    .filter(where -> masks.isMask(where.input(0)))
                    .flatMap(
                        where ->
                            masked(where.input(1), where.input(2))
                                .or(() -> masked(where.input(2), where.input(1)))));
  }

  private Optional<String> masked(String scores, String mask) {
    return masks.isMask(mask) && !masks.isMask(scores) ? Optional.of(scores) : Optional.empty();
  }
}
