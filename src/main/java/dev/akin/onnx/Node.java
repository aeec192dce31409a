package dev.akin.onnx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One operation.
///
/// @param domain whose operator it is, [OnnxModel#ONNX] or another
/// @param inputs names of values; an empty name is an input that is left out
/// @param outputs names of values
record Node(
    String domain,
    String operator,
    List<String> inputs,
    List<String> outputs,
    Map<String, Attribute> attributes) {
  Node {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = new TreeMap<>(attributes);
  }

  /// Whether it is this operator of ONNX itself.
  boolean is(String name) {
    return operator.equals(name) && (domain.equals(OnnxModel.ONNX) || domain.equals("ai.onnx"));
  }

  /// Whether it is this operator of ONNX Runtime's own.
  boolean isMicrosoft(String name) {
    return operator.equals(name) && domain.equals(OnnxModel.MICROSOFT);
  }

  /// Its only output, or the first.
  String output() {
    return outputs.getFirst();
  }

  /// The name of an input, empty if it is left out.
  String input(int place) {
    return place < inputs.size() ? inputs.get(place) : "";
  }

  long integer(String name, long otherwise) {
    return attributes.get(name) instanceof Attribute.Whole(long value) ? value : otherwise;
  }

  float real(String name, float otherwise) {
    return attributes.get(name) instanceof Attribute.Real(float value) ? value : otherwise;
  }

  String text(String name, String otherwise) {
    return attributes.get(name) instanceof Attribute.Text(String value) ? value : otherwise;
  }

  List<Long> integers(String name, List<Long> otherwise) {
    return attributes.get(name) instanceof Attribute.Wholes(List<Long> values) ? values : otherwise;
  }

  /// For messages: `operator -> output`.
  @Override
  public String toString() {
    return operator + " -> " + String.join(", ", outputs);
  }
}
