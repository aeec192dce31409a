package dev.akin.onnx.file;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads the part of ONNX's format that an encoder needs: the fields of `onnx.proto` by their
/// numbers. Weights are mapped and not copied, so the weights of a large model take no heap. All
/// else in a file may take at most 128 MiB.
///
/// Written by hand because classes that protobuf generates (as in `tribuo-util-onnx` 4.3.2, tried
/// with protobuf-java 4.36.2) copy a mapped file to the heap: 87 MiB for all-minilm-l6-v2, here 0.3
/// MiB. Nor do they bound the rest: a damaged file of 16 MiB took 621 MiB.
///
/// @hidden public for its own room only
public final class OnnxReader {
  private static final int EXTERNAL = 1;

  private final MessageReader in;
  private final Set<String> dataFiles = new TreeSet<>();

  private OnnxReader(MessageReader in) {
    this.in = in;
  }

  /// Reads a file, which must stay as it is while the tensors of the result are used.
  ///
  /// @throws IOException if the file cannot be read or is not ONNX
  public static OnnxModel read(Path path) throws IOException {
    try (MessageReader in = MessageReader.open(path)) {
      return new OnnxReader(in).model();
    }
  }

  /// The names of the files that hold weights of a graph, relative to the folder of the graph.
  ///
  /// @throws IOException if the file cannot be read or is not ONNX
  public static Set<String> dataFiles(Path path) throws IOException {
    try (MessageReader in = MessageReader.open(path)) {
      OnnxReader reader = new OnnxReader(in);
      OnnxModel _ = reader.model();
      return reader.dataFiles;
    }
  }

  private OnnxModel model() throws IOException {
    long version = 0;
    int functions = 0;
    Map<String, Long> opsets = new LinkedHashMap<>();
    Graph graph = null;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> version = in.whole();
        case 7 -> graph = graph();
        case 8 -> opset(opsets);
        case 25 -> {
          functions++;
          in.skip();
        }
        default -> in.skip();
      }
    }
    if (graph == null) {
      throw new InvalidProtocolBufferException("it has no graph");
    }
    return new OnnxModel(version, opsets, functions, graph);
  }

  private void opset(Map<String, Long> opsets) throws IOException {
    int begun = in.begin();
    String domain = "";
    long version = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> domain = in.text();
        case 2 -> version = in.whole();
        default -> in.skip();
      }
    }
    in.end(begun);
    opsets.put(domain, version);
  }

  private Graph graph() throws IOException {
    int begun = in.begin();
    List<Node> nodes = new ArrayList<>();
    Map<String, Tensor> initializers = new LinkedHashMap<>();
    List<ValueInfo> inputs = new ArrayList<>();
    List<ValueInfo> outputs = new ArrayList<>();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> nodes.add(node());
        case 5 -> tensor(initializers);
        case 11 -> inputs.add(value());
        case 12 -> outputs.add(value());
        default -> in.skip();
      }
    }
    in.end(begun);
    return new Graph(nodes, initializers, inputs, outputs);
  }

  private Node node() throws IOException {
    int begun = in.begin();
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    String operator = "";
    String domain = OnnxModel.ONNX;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> inputs.add(in.text());
        case 2 -> outputs.add(in.text());
        case 4 -> operator = in.text();
        case 5 -> attribute(attributes);
        case 7 -> domain = in.text();
        default -> in.skip();
      }
    }
    in.end(begun);
    return new Node(domain, operator, inputs, outputs, attributes);
  }

  private void attribute(Map<String, Attribute> attributes) throws IOException {
    int begun = in.begin();
    String name = "";
    Attribute value = new Attribute.Other();
    List<Long> wholes = new ArrayList<>();
    int type = 0;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> name = in.text();
        case 2 -> value = new Attribute.Real(in.real());
        case 3 -> value = new Attribute.Whole(in.whole());
        case 4 -> value = new Attribute.Text(in.text());
        case 5 -> value = new Attribute.Constant(tensor(new LinkedHashMap<>()));
        case 8 -> in.wholes(wholes);
        case 20 -> type = (int) in.whole();
        default -> in.skip();
      }
    }
    in.end(begun);
    attributes.put(name, type == Attribute.WHOLES ? new Attribute.Wholes(wholes) : value);
  }

  private ValueInfo value() throws IOException {
    int begun = in.begin();
    ValueInfo value = new ValueInfo("", 0, List.of());
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> value = new ValueInfo(in.text(), value.type(), value.shape());
        case 2 -> value = type(value.name());
        default -> in.skip();
      }
    }
    in.end(begun);
    return value;
  }

  private ValueInfo type(String name) throws IOException {
    int begun = in.begin();
    ValueInfo value = new ValueInfo(name, 0, List.of());
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> value = tensorType(name);
        default -> in.skip();
      }
    }
    in.end(begun);
    return value;
  }

  private ValueInfo tensorType(String name) throws IOException {
    int begun = in.begin();
    int type = 0;
    List<String> shape = new ArrayList<>();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> type = (int) in.whole();
        case 2 -> shape(shape);
        default -> in.skip();
      }
    }
    in.end(begun);
    return new ValueInfo(name, type, shape);
  }

  private void shape(List<String> shape) throws IOException {
    int begun = in.begin();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> shape.add(dimension());
        default -> in.skip();
      }
    }
    in.end(begun);
  }

  private String dimension() throws IOException {
    int begun = in.begin();
    String dimension = "";
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> dimension = Long.toString(in.whole());
        case 2 -> dimension = in.text();
        default -> in.skip();
      }
    }
    in.end(begun);
    return dimension;
  }

  private Tensor tensor(Map<String, Tensor> tensors) throws IOException {
    int begun = in.begin();
    List<Long> shape = new ArrayList<>();
    int type = 0;
    String name = "";
    ByteBuffer bytes = ByteBuffer.allocate(0);
    List<Long> wholes = new ArrayList<>();
    boolean external = false;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> in.wholes(shape);
        case 2 -> type = (int) in.whole();
        // Packed floats have the same bytes as raw ones.
        case 4, 9 -> bytes = in.bytes();
        case 5, 7 -> in.wholes(wholes);
        case 8 -> name = in.text();
        case 13 -> dataFile();
        case 14 -> external = in.whole() == EXTERNAL;
        default -> in.skip();
      }
    }
    in.end(begun);
    Tensor tensor =
        new Tensor(type, shape, wholes.isEmpty() ? bytes : packed(type, wholes), external);
    if (!tensor.isWhole()) {
      throw new InvalidProtocolBufferException(
          "the length of a tensor does not fit its shape: " + name);
    }
    tensors.put(name, tensor);
    return tensor;
  }

  /// A setting of a tensor whose bytes are in another file; `location` is the name of the file.
  private void dataFile() throws IOException {
    int begun = in.begin();
    String key = "";
    String value = "";
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> key = in.text();
        case 2 -> value = in.text();
        default -> in.skip();
      }
    }
    in.end(begun);
    if (key.equals("location")) {
      dataFiles.add(value);
    }
  }

  private static ByteBuffer packed(int type, List<Long> wholes) {
    int width = type == Tensor.INT64 ? Long.BYTES : type == Tensor.INT32 ? Integer.BYTES : 1;
    ByteBuffer bytes = ByteBuffer.allocate(wholes.size() * width).order(ByteOrder.LITTLE_ENDIAN);
    for (long whole : wholes) {
      switch (width) {
        case Long.BYTES -> bytes.putLong(whole);
        case Integer.BYTES -> bytes.putInt((int) whole);
        default -> bytes.put((byte) whole);
      }
    }
    return bytes.flip();
  }
}
