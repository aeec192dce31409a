package dev.akin.onnx.file;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /// Bytes of heap for all names, numbers and nodes. An encoder of 24 layers needs 2 MiB.
  private static final long MAX_HEAP_BYTES = 128 << 20;

  /// Bytes of heap that a name, a number or a message takes at least.
  private static final int MIN_BYTES = 64;

  private final CodedInputStream in;
  private final ByteBuffer file;
  private long bytesLeft = MAX_HEAP_BYTES;

  private OnnxReader(CodedInputStream in, ByteBuffer file) {
    this.in = in;
    this.file = file;
  }

  /// Reads a file, which must stay as it is while the tensors of the result are used.
  ///
  /// @throws IOException if the file cannot be read or is not ONNX
  public static OnnxModel read(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path);
        InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new InvalidProtocolBufferException("larger than 2 GB, the limit of ONNX's format");
      }
      ByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      CodedInputStream in = CodedInputStream.newInstance(stream);
      in.setSizeLimit(Integer.MAX_VALUE);
      int _ = in.pushLimit(file.capacity()); // otherwise a cut file would look whole
      return new OnnxReader(in, file.order(ByteOrder.LITTLE_ENDIAN)).model();
    }
  }

  private OnnxModel model() throws IOException {
    long version = 0;
    int functions = 0;
    Map<String, Long> opsets = new LinkedHashMap<>();
    Graph graph = null;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> version = in.readInt64();
        case 7 -> graph = graph();
        case 8 -> opset(opsets);
        case 25 -> {
          functions++;
          in.skipField(tag);
        }
        default -> in.skipField(tag);
      }
    }
    if (graph == null) {
      throw new InvalidProtocolBufferException("it has no graph");
    }
    return new OnnxModel(version, opsets, functions, graph);
  }

  /// Begins a message whose length comes first; [#end] ends it.
  private int begin() throws IOException {
    take(MIN_BYTES);
    return in.pushLimit(in.readRawVarint32());
  }

  private void take(long bytes) throws IOException {
    bytesLeft -= bytes;
    if (bytesLeft < 0) {
      throw new InvalidProtocolBufferException(
          "the graph without its weights takes more than %d MiB".formatted(MAX_HEAP_BYTES >> 20));
    }
  }

  private String text() throws IOException {
    int length = in.readRawVarint32();
    take(MIN_BYTES + Math.max(0L, length));
    return new String(in.readRawBytes(length), StandardCharsets.UTF_8);
  }

  private long whole() throws IOException {
    take(MIN_BYTES);
    return in.readInt64();
  }

  private void end(int limit) {
    in.popLimit(limit);
  }

  private void opset(Map<String, Long> opsets) throws IOException {
    int limit = begin();
    String domain = "";
    long version = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> domain = text();
        case 2 -> version = in.readInt64();
        default -> in.skipField(tag);
      }
    }
    end(limit);
    opsets.put(domain, version);
  }

  private Graph graph() throws IOException {
    int limit = begin();
    List<Node> nodes = new ArrayList<>();
    Map<String, Tensor> initializers = new LinkedHashMap<>();
    List<ValueInfo> inputs = new ArrayList<>();
    List<ValueInfo> outputs = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> nodes.add(node());
        case 5 -> tensor(initializers);
        case 11 -> inputs.add(value());
        case 12 -> outputs.add(value());
        default -> in.skipField(tag);
      }
    }
    end(limit);
    return new Graph(nodes, initializers, inputs, outputs);
  }

  private Node node() throws IOException {
    int limit = begin();
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    String operator = "";
    String domain = OnnxModel.ONNX;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> inputs.add(text());
        case 2 -> outputs.add(text());
        case 4 -> operator = text();
        case 5 -> attribute(attributes);
        case 7 -> domain = text();
        default -> in.skipField(tag);
      }
    }
    end(limit);
    return new Node(domain, operator, inputs, outputs, attributes);
  }

  private void attribute(Map<String, Attribute> attributes) throws IOException {
    int limit = begin();
    String name = "";
    Attribute value = new Attribute.Other();
    List<Long> wholes = new ArrayList<>();
    int type = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> name = text();
        case 2 -> value = new Attribute.Real(in.readFloat());
        case 3 -> value = new Attribute.Whole(in.readInt64());
        case 4 -> value = new Attribute.Text(text());
        case 5 -> value = new Attribute.Constant(tensor(new LinkedHashMap<>()));
        case 8 -> wholes(tag, wholes);
        case 20 -> type = in.readEnum();
        default -> in.skipField(tag);
      }
    }
    end(limit);
    attributes.put(name, type == Attribute.WHOLES ? new Attribute.Wholes(wholes) : value);
  }

  /// Integers, packed into one field or each in a field of its own.
  private void wholes(int tag, List<Long> wholes) throws IOException {
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      wholes.add(whole());
      return;
    }
    int limit = begin();
    while (!in.isAtEnd()) {
      wholes.add(whole());
    }
    end(limit);
  }

  private ValueInfo value() throws IOException {
    int limit = begin();
    ValueInfo value = new ValueInfo("", 0, List.of());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> value = new ValueInfo(text(), value.type(), value.shape());
        case 2 -> value = type(value.name());
        default -> in.skipField(tag);
      }
    }
    end(limit);
    return value;
  }

  private ValueInfo type(String name) throws IOException {
    int limit = begin();
    ValueInfo value = new ValueInfo(name, 0, List.of());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> value = tensorType(name);
        default -> in.skipField(tag);
      }
    }
    end(limit);
    return value;
  }

  private ValueInfo tensorType(String name) throws IOException {
    int limit = begin();
    int type = 0;
    List<String> shape = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> type = in.readEnum();
        case 2 -> shape(shape);
        default -> in.skipField(tag);
      }
    }
    end(limit);
    return new ValueInfo(name, type, shape);
  }

  private void shape(List<String> shape) throws IOException {
    int limit = begin();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> shape.add(dimension());
        default -> in.skipField(tag);
      }
    }
    end(limit);
  }

  private String dimension() throws IOException {
    int limit = begin();
    String dimension = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> dimension = Long.toString(in.readInt64());
        case 2 -> dimension = text();
        default -> in.skipField(tag);
      }
    }
    end(limit);
    return dimension;
  }

  private Tensor tensor(Map<String, Tensor> tensors) throws IOException {
    int limit = begin();
    List<Long> shape = new ArrayList<>();
    int type = 0;
    String name = "";
    ByteBuffer bytes = ByteBuffer.allocate(0);
    List<Long> wholes = new ArrayList<>();
    boolean external = false;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> wholes(tag, shape);
        case 2 -> type = in.readInt32();
        // Packed floats have the same bytes as raw ones.
        case 4, 9 -> bytes = mapped(tag);
        case 5, 7 -> wholes(tag, wholes);
        case 8 -> name = text();
        case 14 -> external = in.readEnum() == EXTERNAL;
        default -> in.skipField(tag);
      }
    }
    end(limit);
    Tensor tensor =
        new Tensor(type, shape, wholes.isEmpty() ? bytes : packed(type, wholes), external);
    if (!tensor.isWhole()) {
      throw new InvalidProtocolBufferException(
          "the length of a tensor does not fit its shape: " + name);
    }
    tensors.put(name, tensor);
    return tensor;
  }

  private ByteBuffer mapped(int tag) throws IOException {
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      throw new InvalidProtocolBufferException("a tensor has numbers that are not packed");
    }
    int length = in.readRawVarint32();
    int start = in.getTotalBytesRead();
    in.skipRawBytes(length);
    return file.slice(start, length);
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
