package dev.akin.onnx.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/// Writes a model as ONNX: the fields of `onnx.proto` by their numbers. Written by hand for the
/// same reasons as [OnnxReader].
///
/// @hidden public for its own room only
public final class OnnxWriter {
  private static final int MAX_BYTES = Integer.MAX_VALUE;

  private OnnxWriter() {}

  /// Writes a file and forces it to disk.
  ///
  /// @throws IOException if it cannot be written, or is larger than ONNX's format allows
  public static void write(OnnxModel model, Path path) throws IOException {
    MessageWriter message = model(model);
    if (message.size() > MAX_BYTES) {
      throw new IOException("the graph is larger than 2 GB, the limit of ONNX's format");
    }
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      message.writeTo(channel);
      channel.force(true);
    }
  }

  private static MessageWriter model(OnnxModel model) {
    MessageWriter message = new MessageWriter().whole(1, model.irVersion()).text(2, "akin");
    message.message(7, graph(model.graph()));
    new TreeMap<>(model.opsets())
        .forEach(
            (domain, version) ->
                message.message(8, new MessageWriter().text(1, domain).whole(2, version)));
    return message;
  }

  private static MessageWriter graph(Graph graph) {
    MessageWriter message = new MessageWriter();
    graph.nodes().forEach(node -> message.message(1, node(node)));
    message.text(2, "encoder");
    graph.initializers().forEach((name, tensor) -> message.message(5, tensor(name, tensor)));
    graph.inputs().forEach(input -> message.message(11, value(input)));
    graph.outputs().forEach(output -> message.message(12, value(output)));
    return message;
  }

  private static MessageWriter node(Node node) {
    MessageWriter message = new MessageWriter();
    node.inputs().forEach(input -> message.text(1, input));
    node.outputs().forEach(output -> message.text(2, output));
    message.text(3, node.output()).text(4, node.operator());
    node.attributes().entrySet().forEach(entry -> message.message(5, attribute(entry)));
    return message.text(7, node.domain());
  }

  private static MessageWriter attribute(Map.Entry<String, Attribute> entry) {
    MessageWriter message = new MessageWriter().text(1, entry.getKey());
    return switch (entry.getValue()) {
      case Attribute.Real(float value) -> message.real(2, value).whole(20, Attribute.REAL);
      case Attribute.Whole(long value) -> message.whole(3, value).whole(20, Attribute.WHOLE);
      case Attribute.Text(String value) -> message.text(4, value).whole(20, Attribute.TEXT);
      case Attribute.Constant(Tensor value) ->
          message.message(5, tensor("", value)).whole(20, Attribute.CONSTANT);
      case Attribute.Wholes(var values) -> {
        values.forEach(value -> message.whole(8, value));
        yield message.whole(20, Attribute.WHOLES);
      }
      case Attribute.Other() -> throw new IllegalArgumentException("cannot be written: " + entry);
    };
  }

  private static MessageWriter tensor(String name, Tensor tensor) {
    MessageWriter message = new MessageWriter();
    tensor.shape().forEach(dimension -> message.whole(1, dimension));
    return message.whole(2, tensor.type()).text(8, name).bytes(9, tensor.bytes());
  }

  private static MessageWriter value(ValueInfo value) {
    MessageWriter shape = new MessageWriter();
    for (String dimension : value.shape()) {
      boolean isNumber = !dimension.isEmpty() && dimension.chars().allMatch(Character::isDigit);
      shape.message(
          1,
          isNumber
              ? new MessageWriter().whole(1, Long.parseLong(dimension))
              : new MessageWriter().text(2, dimension));
    }
    MessageWriter type = new MessageWriter().whole(1, value.type()).message(2, shape);
    return new MessageWriter()
        .text(1, value.name())
        .message(2, new MessageWriter().message(1, type));
  }
}
