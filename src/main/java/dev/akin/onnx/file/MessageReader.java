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
import java.util.List;

/// Reads the protobuf messages of a file, field by field. Bytes are mapped and not copied; all else
/// may take at most 128 MiB. Close it; the mapped bytes stay valid.
final class MessageReader implements AutoCloseable {
  /// Bytes of heap for all names, numbers and messages. An encoder of 24 layers needs 2 MiB.
  private static final long MAX_HEAP_BYTES = 128 << 20;

  /// Bytes of heap that a name, a number or a message takes at least.
  private static final int MIN_BYTES = 64;

  private final InputStream stream;
  private final CodedInputStream in;
  private final ByteBuffer file;
  private long bytesLeft = MAX_HEAP_BYTES;
  private int tag;

  private MessageReader(InputStream stream, ByteBuffer file) throws IOException {
    this.stream = stream;
    this.in = CodedInputStream.newInstance(stream);
    this.file = file;
    in.setSizeLimit(Integer.MAX_VALUE);
    int _ = in.pushLimit(file.capacity()); // otherwise a cut file would look whole
  }

  /// Opens a file at its start, which is inside the outermost message.
  static MessageReader open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new InvalidProtocolBufferException("larger than 2 GB, the limit of ONNX's format");
      }
      ByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return new MessageReader(
          new BufferedInputStream(Files.newInputStream(path), 1 << 16),
          file.order(ByteOrder.LITTLE_ENDIAN));
    }
  }

  /// Goes to the next field of a message.
  ///
  /// @return its number; 0 at the end of the message
  int next() throws IOException {
    tag = in.readTag();
    return WireFormat.getTagFieldNumber(tag);
  }

  /// Skips the field.
  void skip() throws IOException {
    in.skipField(tag);
  }

  /// Starts to read a field that is a message.
  ///
  /// @return what [#end] needs
  int begin() throws IOException {
    take(MIN_BYTES);
    return in.pushLimit(in.readRawVarint32());
  }

  /// Leaves a message after its last field.
  void end(int begun) {
    in.popLimit(begun);
  }

  private void take(long bytes) throws IOException {
    bytesLeft -= bytes;
    if (bytesLeft < 0) {
      throw new InvalidProtocolBufferException(
          "the graph without its weights takes more than %d MiB".formatted(MAX_HEAP_BYTES >> 20));
    }
  }

  String text() throws IOException {
    int length = in.readRawVarint32();
    take(MIN_BYTES + Math.max(0L, length));
    return new String(in.readRawBytes(length), StandardCharsets.UTF_8);
  }

  float real() throws IOException {
    return in.readFloat();
  }

  long whole() throws IOException {
    return in.readInt64();
  }

  /// Adds integers to a list: many in one field, or one in a field of its own.
  void wholes(List<Long> wholes) throws IOException {
    if (!isDelimited()) {
      take(MIN_BYTES);
      wholes.add(whole());
      return;
    }
    int begun = begin();
    while (!in.isAtEnd()) {
      take(MIN_BYTES);
      wholes.add(whole());
    }
    end(begun);
  }

  /// Bytes, as a part of the mapped file.
  ByteBuffer bytes() throws IOException {
    if (!isDelimited()) {
      throw new InvalidProtocolBufferException("a tensor has numbers that are not packed");
    }
    int length = in.readRawVarint32();
    int start = in.getTotalBytesRead();
    in.skipRawBytes(length);
    return file.slice(start, length);
  }

  private boolean isDelimited() {
    return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
