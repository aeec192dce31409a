package dev.akin.onnx.file;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/// A protobuf message that is being written. Its bytes are kept in parts, so that weights are not
/// copied.
final class MessageWriter {
  private final List<ByteBuffer> parts = new ArrayList<>();
  private long size;

  private interface Field {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private MessageWriter add(Field field) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      field.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // does not happen in memory
    }
    add(ByteBuffer.wrap(bytes.toByteArray()));
    return this;
  }

  private void add(ByteBuffer part) {
    parts.add(part);
    size += part.remaining();
  }

  MessageWriter whole(int field, long value) {
    return add(out -> out.writeInt64(field, value));
  }

  MessageWriter real(int field, float value) {
    return add(out -> out.writeFloat(field, value));
  }

  MessageWriter text(int field, String value) {
    return add(out -> out.writeString(field, value));
  }

  MessageWriter message(int field, MessageWriter value) {
    header(field, value.size);
    parts.addAll(value.parts);
    size += value.size;
    return this;
  }

  MessageWriter bytes(int field, ByteBuffer value) {
    header(field, value.remaining());
    add(value.duplicate());
    return this;
  }

  private void header(int field, long length) {
    MessageWriter _ =
        add(
            out -> {
              out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
              out.writeUInt64NoTag(length);
            });
  }

  long size() {
    return size;
  }

  void writeTo(WritableByteChannel channel) throws IOException {
    for (ByteBuffer part : parts) {
      ByteBuffer rest = part.duplicate();
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }
}
