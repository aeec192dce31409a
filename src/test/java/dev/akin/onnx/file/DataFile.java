package dev.akin.onnx.file;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Moves the weights of a graph to a file of their own, as exporters do with large ones.
public final class DataFile {
  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int RAW = 9;

  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final String location;
  private final int minBytes;

  private DataFile(String location, int minBytes) {
    this.location = location;
    this.minBytes = minBytes;
  }

  /// Moves the tensors of at least `minBytes` bytes.
  ///
  /// @param location what the graph says of the file
  /// @return the content of the file
  public static byte[] split(Path graph, String location, int minBytes) throws IOException {
    DataFile file = new DataFile(location, minBytes);
    byte[] rest = file.model(Files.readAllBytes(graph));
    Files.write(graph, rest);
    return file.data.toByteArray();
  }

  private byte[] model(byte[] bytes) throws IOException {
    return mapped(bytes, Map.of(GRAPH, graph -> mapped(graph, Map.of(INITIALIZER, this::tensor))));
  }

  private interface Change {
    byte[] of(byte[] message) throws IOException;
  }

  /// A message with some of its messages changed.
  private static byte[] mapped(byte[] bytes, Map<Integer, Change> changes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(changed);
    int start = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      Change change = changes.get(WireFormat.getTagFieldNumber(tag));
      if (change == null) {
        byte[] _ = skip(in, tag);
        out.writeRawBytes(bytes, start, in.getTotalBytesRead() - start);
      } else {
        out.writeByteArray(WireFormat.getTagFieldNumber(tag), change.of(in.readByteArray()));
      }
      start = in.getTotalBytesRead();
    }
    out.flush();
    return changed.toByteArray();
  }

  private byte[] tensor(byte[] tensor) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(tensor);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(changed);
    int start = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      boolean isRaw = WireFormat.getTagFieldNumber(tag) == RAW;
      byte[] raw = isRaw ? in.readByteArray() : skip(in, tag);
      if (raw.length < minBytes) {
        out.writeRawBytes(tensor, start, in.getTotalBytesRead() - start);
      } else {
        move(raw, out);
      }
      start = in.getTotalBytesRead();
    }
    out.flush();
    return changed.toByteArray();
  }

  private static byte[] skip(CodedInputStream in, int tag) throws IOException {
    boolean _ = in.skipField(tag);
    return new byte[0];
  }

  private void move(byte[] raw, CodedOutputStream out) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("location", location);
    settings.put("offset", Integer.toString(data.size()));
    settings.put("length", Integer.toString(raw.length));
    data.writeBytes(raw);
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      ByteArrayOutputStream entry = new ByteArrayOutputStream();
      CodedOutputStream entryOut = CodedOutputStream.newInstance(entry);
      entryOut.writeString(1, setting.getKey());
      entryOut.writeString(2, setting.getValue());
      entryOut.flush();
      out.writeByteArray(13, entry.toByteArray());
    }
    out.writeInt32(14, 1);
  }
}
