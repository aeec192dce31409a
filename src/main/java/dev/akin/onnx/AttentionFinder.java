package dev.akin.onnx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Attention of several heads (Vaswani et al., 2017) as exporters write it: products, `Reshape` and
/// `Transpose`, a scale on the scores or on what they are made of, a mask, `Softmax`.
final class AttentionFinder {
  private static final String[] TURNED = {"Transpose", "Reshape"};
  private static final int MOST_STEPS = 8;

  private final GraphView graph;
  private final Patterns patterns;

  AttentionFinder(GraphView graph, Patterns patterns) {
    this.graph = graph;
    this.patterns = patterns;
  }

  /// @param scale empty if the graph computes it from the shape of a head
  /// @param input the value that queries, keys and values are made of
  record Attention(
      Encoder.Linear query,
      Encoder.Linear key,
      Encoder.Linear value,
      OptionalDouble scale,
      int heads,
      String input) {}

  /// One side of the scores: queries or keys.
  private record Side(Patterns.Product product, Scale scale, Node shape) {}

  /// A scale that is gathered on the way; unknown if a part of it is computed.
  private record Scale(double value, boolean isKnown) {
    static final Scale NONE = new Scale(1, true);

    Scale times(OptionalDouble factor) {
      return new Scale(value * factor.orElse(1), isKnown && factor.isPresent());
    }

    Scale times(Scale other) {
      return new Scale(value * other.value, isKnown && other.isKnown);
    }
  }

  private record Scores(Node product, Scale scale) {}

  /// The attention whose result `name` is, all heads side by side again.
  Attention find(String name) throws UnknownGraphException {
    Node mixed =
        graph
            .producer(patterns.behind(name, TURNED), "MatMul")
            .orElseThrow(() -> unknown(name, "no product of weights and values"));
    Scores scores =
        softmax(mixed.input(0))
            .flatMap(softmax -> scores(softmax.input(0), Scale.NONE, MOST_STEPS))
            .orElseThrow(() -> unknown(name, "no softmax of products of queries and keys"));
    Side query = side(scores.product().input(0), name);
    Side key = side(scores.product().input(1), name);
    Patterns.Product value =
        patterns
            .linear(patterns.behind(mixed.input(1), TURNED))
            .orElseThrow(() -> unknown(name, "no linear map to values"));
    if (!query.product().input().equals(key.product().input())
        || !query.product().input().equals(value.input())) {
      throw unknown(name, "queries, keys and values are made of different states");
    }
    Scale scale = scores.scale().times(query.scale()).times(key.scale());
    return new Attention(
        query.product().linear(),
        key.product().linear(),
        value.linear(),
        scale.isKnown() ? OptionalDouble.of(scale.value()) : OptionalDouble.empty(),
        heads(query, name),
        value.input());
  }

  private static UnknownGraphException unknown(String name, String what) {
    return new UnknownGraphException("no attention that akin knows before " + name + ": " + what);
  }

  /// Some exporters put zeros where every key is masked.
  private Optional<Node> softmax(String name) {
    Optional<Node> where = graph.producer(name, "Where");
    return graph.producer(where.map(node -> node.input(2)).orElse(name), "Softmax");
  }

  /// The product of queries and keys, behind scale and mask.
  private Optional<Scores> scores(String name, Scale scale, int steps) {
    Optional<Node> producer = graph.producer(name);
    if (producer.isEmpty() || steps == 0) {
      return Optional.empty();
    }
    Node node = producer.get();
    if (node.is("MatMul")) {
      return Optional.of(new Scores(node, scale));
    }
    if (node.is("Add")) {
      return patterns.either(node, (some, mask) -> scores(some, scale, steps - 1));
    }
    if (node.is("Where")) {
      return scores(node.input(1), scale, steps - 1)
          .or(() -> scores(node.input(2), scale, steps - 1));
    }
    if (node.is("Mul") || node.is("Div")) {
      return scores(node.input(0), scaled(node, scale), steps - 1);
    }
    return Optional.empty();
  }

  private Scale scaled(Node node, Scale scale) {
    OptionalDouble factor = graph.scalar(node.input(1));
    return scale.times(
        node.is("Div") && factor.isPresent()
            ? OptionalDouble.of(1 / factor.getAsDouble())
            : factor);
  }

  private Side side(String name, String attention) throws UnknownGraphException {
    String at = name;
    Scale scale = Scale.NONE;
    Optional<Node> shape = Optional.empty();
    for (Optional<Node> node = graph.producer(at, "Transpose", "Reshape", "Mul", "Div");
        node.isPresent();
        node = graph.producer(at, "Transpose", "Reshape", "Mul", "Div")) {
      if (node.get().is("Mul") || node.get().is("Div")) {
        scale = scaled(node.get(), scale);
      } else if (node.get().is("Reshape")) {
        shape = node;
      }
      if (patterns.linear(at).isPresent()) {
        break; // the last Reshape is that of a Gemm
      }
      at = node.get().input(0);
    }
    String end = at;
    Patterns.Product product =
        patterns.linear(end).orElseThrow(() -> unknown(attention, "no linear map before " + end));
    return new Side(
        product,
        scale,
        shape.orElseThrow(() -> unknown(attention, "its states are not parted into heads")));
  }

  /// From the shape `[batch, token, heads, width of a head]`, of which one may be left open.
  private int heads(Side query, String name) throws UnknownGraphException {
    long width = query.product().linear().bias().size();
    List<OptionalDouble> shape = shape(query.shape().input(1));
    if (shape.size() == 4) {
      double heads = shape.get(2).orElse(-1);
      double each = shape.get(3).orElse(-1);
      double found = heads > 0 ? heads : width / each;
      if (found >= 1 && found == Math.rint(found) && width % (long) found == 0) {
        return (int) found;
      }
    }
    throw unknown(name, "the number of its heads cannot be told");
  }

  private List<OptionalDouble> shape(String name) {
    Optional<Tensor> constant = graph.constant(name).filter(Tensor::isInteger);
    if (constant.isPresent()) {
      return java.util.Arrays.stream(constant.get().integers())
          .mapToObj(OptionalDouble::of)
          .toList();
    }
    return graph
        .producer(name, "Concat")
        .map(concat -> concat.inputs().stream().map(this::dimension).toList())
        .orElse(List.of());
  }

  private OptionalDouble dimension(String name) {
    Optional<Node> unsqueeze = graph.producer(name, "Unsqueeze");
    return graph.scalar(unsqueeze.map(node -> node.input(0)).orElse(name));
  }
}
