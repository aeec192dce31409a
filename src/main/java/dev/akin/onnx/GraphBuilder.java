package dev.akin.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A graph that is being written, node by node. Values are called by what they are.
final class GraphBuilder {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Tensor> constants = new LinkedHashMap<>();

  /// A constant; returns its name.
  String constant(String name, Tensor tensor) {
    constants.put(name, tensor);
    return name;
  }

  /// A node of ONNX's own operators; returns the name of its result.
  String onnx(String operator, String output, Map<String, Attribute> attributes, String... inputs) {
    return add(OnnxModel.ONNX, operator, List.of(output), attributes, inputs);
  }

  /// The same without attributes.
  String onnx(String operator, String output, String... inputs) {
    return onnx(operator, output, Map.of(), inputs);
  }

  /// A node of ONNX Runtime's own operators; returns the name of its result.
  String microsoft(
      String operator, String output, Map<String, Attribute> attributes, String... inputs) {
    return add(OnnxModel.MICROSOFT, operator, List.of(output), attributes, inputs);
  }

  /// Three equal parts of a value's last dimension; returns their names.
  List<String> thirds(String value, long width) {
    List<String> parts = List.of(value + ".0", value + ".1", value + ".2");
    String sizes = constant("thirds", Tensor.of(new long[] {width, width, width}, 3));
    String _ =
        add(OnnxModel.ONNX, "Split", parts, Map.of("axis", new Attribute.Whole(2)), value, sizes);
    return parts;
  }

  private String add(
      String domain,
      String operator,
      List<String> outputs,
      Map<String, Attribute> attributes,
      String... inputs) {
    nodes.add(new Node(domain, operator, Arrays.asList(inputs), outputs, attributes));
    return outputs.getFirst();
  }

  Graph build(List<ValueInfo> inputs, List<ValueInfo> outputs) {
    return new Graph(nodes, constants, inputs, outputs);
  }
}
