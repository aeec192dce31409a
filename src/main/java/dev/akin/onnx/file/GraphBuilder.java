package dev.akin.onnx.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Builds a graph node by node. The name of a value says what the value is.
///
/// @hidden public for its own room only
public final class GraphBuilder {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Tensor> constants = new LinkedHashMap<>();

  /// Adds a constant; returns its name.
  public String constant(String name, Tensor tensor) {
    constants.put(name, tensor);
    return name;
  }

  /// Adds a node of ONNX's own operators; returns the name of its result.
  public String onnx(
      String operator, String output, Map<String, Attribute> attributes, String... inputs) {
    return add(OnnxModel.ONNX, operator, List.of(output), attributes, inputs);
  }

  /// The same without attributes.
  public String onnx(String operator, String output, String... inputs) {
    return onnx(operator, output, Map.of(), inputs);
  }

  /// Adds a node of ONNX Runtime's own operators; returns the name of its result.
  public String microsoft(
      String operator, String output, Map<String, Attribute> attributes, String... inputs) {
    return add(OnnxModel.MICROSOFT, operator, List.of(output), attributes, inputs);
  }

  /// Splits the last dimension of a value into three equal parts; returns their names.
  ///
  /// @param width of one part
  public List<String> thirds(String value, long width) {
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

  /// The graph.
  public Graph build(List<ValueInfo> inputs, List<ValueInfo> outputs) {
    return new Graph(nodes, constants, inputs, outputs);
  }
}
