package dev.akin.onnx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Tells masks from whatever else may be done to the scores of an attention. A mask is computed
/// from the tokens that count, from shapes and from single numbers, by operators that do not know
/// one place from another: where all tokens count, it is the same for all.
final class MaskFinder {
  private static final Set<String> OPERATORS =
      Set.of(
          "Cast",
          "Identity",
          "Dropout",
          "Constant",
          "ConstantOfShape",
          "Shape",
          "Size",
          "Unsqueeze",
          "Squeeze",
          "Reshape",
          "Expand",
          "Concat",
          "Gather",
          "Slice",
          "Add",
          "Sub",
          "Mul",
          "Div",
          "Neg",
          "Min",
          "Max",
          "Where",
          "Equal",
          "Greater",
          "GreaterOrEqual",
          "Less",
          "LessOrEqual",
          "Not",
          "And",
          "Or",
          "IsNaN");

  /// A shape has no more dimensions.
  private static final int MAX_SHAPE_NODES = 8;

  private final GraphView graph;

  MaskFinder(GraphView graph) {
    this.graph = graph;
  }

  boolean isMask(String name) {
    Set<String> seen = new HashSet<>();
    Deque<String> rest = new ArrayDeque<>();
    rest.add(name);
    while (!rest.isEmpty()) {
      String value = graph.source(rest.remove());
      if (value.isEmpty() || !seen.add(value) || graph.isInput(value, "attention_mask")) {
        continue;
      }
      if (graph.constant(value).isPresent()) {
        if (!isSmall(graph.constant(value).get())) {
          return false;
        }
        continue;
      }
      Node node = graph.producer(value).orElse(null);
      if (node == null || OPERATORS.stream().noneMatch(node::is)) {
        return false;
      }
      if (!node.is("Shape") && !node.is("Size")) {
        rest.addAll(node.inputs());
      }
    }
    return true;
  }

  private static boolean isSmall(Tensor constant) {
    return constant.size() <= (constant.isInteger() ? MAX_SHAPE_NODES : 1);
  }
}
