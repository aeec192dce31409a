package dev.akin.onnx.file;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One operation on values.
///
/// @param domain whose operator it is: [OnnxModel#ONNX], [OnnxModel#MICROSOFT] or another
/// @param inputs names of values; an empty name stands for an absent input
/// @param outputs names of values
///
/// @hidden public for its own room only
public record Node(
    String domain,
    String operator,
    List<String> inputs,
    List<String> outputs,
    Map<String, Attribute> attributes) {
  public Node {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = new TreeMap<>(attributes);
  }

  /// Whether it is this operator of ONNX itself.
  public boolean is(String name) {
    return operator.equals(name) && (domain.equals(OnnxModel.ONNX) || domain.equals("ai.onnx"));
  }

  /// Whether it is this operator of ONNX Runtime's own.
  public boolean isMicrosoft(String name) {
    return operator.equals(name) && domain.equals(OnnxModel.MICROSOFT);
  }

  /// The name of its first output.
  public String output() {
    return outputs.getFirst();
  }

  /// The name of an input, empty if it is absent.
  public String input(int place) {
    return place < inputs.size() ? inputs.get(place) : "";
  }

  /// An attribute, or `otherwise` if it is absent or of another type.
  public long integer(String name, long otherwise) {
    return attributes.get(name) instanceof Attribute.Whole(long value) ? value : otherwise;
  }

  /// An attribute, or `otherwise` if it is absent or of another type.
  public float real(String name, float otherwise) {
    return attributes.get(name) instanceof Attribute.Real(float value) ? value : otherwise;
  }

  /// An attribute, or `otherwise` if it is absent or of another type.
  public String text(String name, String otherwise) {
    return attributes.get(name) instanceof Attribute.Text(String value) ? value : otherwise;
  }

  /// An attribute, or `otherwise` if it is absent or of another type.
  public List<Long> integers(String name, List<Long> otherwise) {
    return attributes.get(name) instanceof Attribute.Wholes(List<Long> values) ? values : otherwise;
  }

  /// For messages: `operator -> output`.
  @Override
  public String toString() {
    return operator + " -> " + String.join(", ", outputs);
  }
}
