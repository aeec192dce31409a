package dev.akin.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Nodes in an order in which each comes after those whose results it takes.
///
/// @param initializers constant tensors by the name of their value
/// @param inputs what a caller gives; old files list their initializers among them
/// @param outputs what a caller gets
record Graph(
    List<Node> nodes,
    Map<String, Tensor> initializers,
    List<ValueInfo> inputs,
    List<ValueInfo> outputs) {
  Graph {
    nodes = List.copyOf(nodes);
    initializers = Collections.unmodifiableMap(new LinkedHashMap<>(initializers));
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
