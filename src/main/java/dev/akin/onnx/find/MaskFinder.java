package dev.akin.onnx.find;

import dev.akin.onnx.file.Node;
import dev.akin.onnx.file.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Recognizes masks among the values that change the scores of an attention. A mask is computed
/// from the input `attention_mask`, from shapes and from single numbers, by operators that treat
/// all positions alike. So it is the same for all tokens if `attention_mask` is.
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

  /// The most dimensions of a shape.
  private static final int MAX_DIMENSIONS = 8;

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
    return constant.size() <= (constant.isInteger() ? MAX_DIMENSIONS : 1);
  }
}
