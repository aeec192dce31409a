package dev.akin.write.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An array in NumPy's format (NEP 1, version 1.0): the magic number, a header with type and shape
/// whose length is a multiple of 64 bytes, then the items in little endian, row by row.
final class NpyFile implements AutoCloseable {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final int BUFFER_BYTES = 1 << 20;

  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /// @param type such as `<f4`
  /// @param shape such as `(3, 2)`
  NpyFile(Path file, String type, String shape) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
    int before = MAGIC.length + Short.BYTES;
    int whole = (before + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    buffer.put(MAGIC).putShort((short) (whole - before));
    buffer.put(header.getBytes(StandardCharsets.US_ASCII));
    while (buffer.position() < whole - 1) {
      buffer.put((byte) ' ');
    }
    buffer.put((byte) '\n');
  }

  void put(float value) throws IOException {
    room().putFloat(value);
  }

  /// A character of a `<U` array.
  void put(int codePoint) throws IOException {
    room().putInt(codePoint);
  }

  private ByteBuffer room() throws IOException {
    if (buffer.remaining() < Integer.BYTES) {
      flush();
    }
    return buffer;
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
    }
  }
}
