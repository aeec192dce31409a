package dev.akin.onnx.find;

import dev.akin.onnx.file.Attribute;
import dev.akin.onnx.file.Node;
import dev.akin.onnx.file.Tensor;
import java.util.List;
import java.util.Optional;

/// Finds out how a graph numbers the tokens of a text: from 0, or as RoBERTa does, by counting the
/// tokens that are not padding, starting after the number of the padding token.
final class PositionFinder {
  /// Operators that take a part of a value, or repeat it.
  private static final String[] PARTS = {
    "Slice", "Expand", "Unsqueeze", "Squeeze", "Reshape", "Cast", "Gather", "GatherElements"
  };

  private final GraphView graph;

  PositionFinder(GraphView graph) {
    this.graph = graph;
  }

  /// Whether a value consists of zeros.
  boolean areZeros(String name) {
    String all = graph.before(name, PARTS);
    return graph
        .integers(all)
        .map(values -> values.stream().allMatch(value -> value == 0))
        .orElseGet(
            () -> graph.producer(all, "ConstantOfShape").filter(this::isOfZeros).isPresent());
  }

  private boolean isOfZeros(Node constant) {
    return !(constant.attributes().get("value") instanceof Attribute.Constant(Tensor value))
        || (value.isInteger() && value.size() == 1 && value.integers()[0] == 0);
  }

  /// The first position, if the graph takes a part of the table.
  Optional<Long> ofSlice(Node slice) {
    List<Long> axes = graph.integers(slice.input(3)).orElse(List.of(0L));
    return isFromStart(slice) && axes.equals(List.of(0L)) ? Optional.of(0L) : Optional.empty();
  }

  private boolean isFromStart(Node slice) {
    return graph.integers(slice.input(1)).filter(starts -> areAll(starts, 0)).isPresent()
        && (slice.input(4).isEmpty()
            || graph.integers(slice.input(4)).filter(steps -> areAll(steps, 1)).isPresent());
  }

  private static boolean areAll(List<Long> values, long wanted) {
    return values.stream().allMatch(value -> value == wanted);
  }

  /// The first position, if the graph looks up rows of the table by number.
  Optional<Long> ofIndex(String name) {
    return isRange(name) ? Optional.of(0L) : afterPadding(name);
  }

  private boolean isRange(String name) {
    String at = graph.source(name);
    for (Optional<Node> node = part(at); node.isPresent(); node = part(at)) {
      at = graph.source(node.get().input(0));
    }
    return graph
        .integers(at)
        .map(PositionFinder::isCounted)
        .orElse(
            graph
                .producer(at, "Range")
                .filter(range -> graph.isScalar(range.input(0), 0))
                .filter(range -> graph.isScalar(range.input(2), 1))
                .isPresent());
  }

  private Optional<Node> part(String name) {
    return graph
        .producer(name, "Slice", "Expand", "Unsqueeze", "Squeeze", "Cast")
        .filter(node -> !node.is("Slice") || isFromStart(node));
  }

  private static boolean isCounted(List<Long> values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != i) {
        return false;
      }
    }
    return true;
  }

  private Optional<Long> afterPadding(String name) {
    return graph
        .producer(graph.before(name, "Cast"), "Add")
        .flatMap(
            add ->
                graph.either(
                    add,
                    (count, padding) ->
                        graph
                            .integers(padding)
                            .filter(values -> values.size() == 1 && isPosition(values.getFirst()))
                            .filter(_ -> isCountOfTokens(count))
                            .map(values -> values.getFirst() + 1)));
  }

  private static boolean isPosition(long value) {
    return value >= 0 && value < Integer.MAX_VALUE;
  }

  /// Whether a value is the running sum of the mask, perhaps times the mask.
  private boolean isCountOfTokens(String name) {
    String count = graph.before(name, "Cast");
    Optional<Node> product = graph.producer(count, "Mul");
    return product.isPresent()
        ? graph
            .either(
                product.get(),
                (sum, mask) -> isSumOfMask(sum) && isMask(mask) ? product : Optional.empty())
            .isPresent()
        : isSumOfMask(count);
  }

  private boolean isSumOfMask(String name) {
    String sum = graph.before(name, "Cast");
    // Some add the number of earlier tokens, which is 0.
    String all =
        graph
            .producer(sum, "Add")
            .flatMap(
                add ->
                    graph.either(
                        add,
                        (some, zero) ->
                            graph.isScalar(zero, 0) ? Optional.of(some) : Optional.empty()))
            .orElse(sum);
    return graph
        .producer(graph.before(all, "Cast"), "CumSum")
        .filter(node -> graph.isScalar(node.input(1), 1))
        .filter(node -> node.integer("exclusive", 0) == 0 && node.integer("reverse", 0) == 0)
        .filter(node -> isMask(node.input(0)))
        .isPresent();
  }

  /// Whether a value is the input `attention_mask`, or is computed as "not the padding token".
  private boolean isMask(String name) {
    return graph.isInput(name, "attention_mask")
        || graph
            .producer(graph.before(name, "Cast"), "Not")
            .flatMap(not -> graph.producer(not.input(0), "Equal"))
            .filter(equal -> graph.isInput(equal.input(0), "input_ids"))
            .filter(equal -> graph.scalar(equal.input(1)).isPresent())
            .isPresent();
  }
}
