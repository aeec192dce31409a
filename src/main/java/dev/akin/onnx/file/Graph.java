package dev.akin.onnx.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Nodes, and the values that go in and out. A node stands after the nodes whose results it uses.
///
/// @param initializers constant tensors by the name of their value
/// @param inputs values that the caller gives; old files list their initializers here, too
/// @param outputs values that the caller gets
///
/// @hidden public for its own room only
public record Graph(
    List<Node> nodes,
    Map<String, Tensor> initializers,
    List<ValueInfo> inputs,
    List<ValueInfo> outputs) {
  public Graph {
    nodes = List.copyOf(nodes);
    initializers = Collections.unmodifiableMap(new LinkedHashMap<>(initializers));
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
