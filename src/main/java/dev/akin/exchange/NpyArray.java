package dev.akin.exchange;

import dev.akin.base.Printable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the rows of an array in NumPy's format (NEP 1, any version): the magic number, a header
/// with type and shape, then the items row by row. For one thread; close it.
final class NpyArray implements AutoCloseable {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_HEADER_BYTES = 1 << 16;
  private static final int BUFFER_BYTES = 1 << 20;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\s*\\{.*'descr'\\s*:\\s*'(?<type>[^']*)'.*'fortran_order'\\s*:\\s*(?<columns>\\w+)"
              + ".*'shape'\\s*:\\s*\\((?<rows>\\d{1,10}),\\s*(?<width>\\d{0,8}),?\\s*\\).*",
          Pattern.DOTALL);

  private final Path file;
  private final FileChannel channel;
  private final String type;
  private final long rows;
  private final int width;
  private ByteBuffer buffer = ByteBuffer.allocate(0);

  private NpyArray(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    Matcher header = HEADER.matcher(header());
    if (!header.matches()) {
      throw VectorException.malformed(
          file, "its header does not say type and shape of an array of one or two dimensions");
    }
    this.type = header.group("type");
    this.rows = Long.parseLong(header.group("rows"));
    this.width = header.group("width").isEmpty() ? 1 : Integer.parseInt(header.group("width"));
    if (header.group("columns").equals("True") && width > 1) {
      throw VectorException.malformed(
          file, "it is stored column by column; store it with numpy.ascontiguousarray");
    }
  }

  /// Opens a file and reads its header.
  ///
  /// @throws VectorException if it is no such file, or is cut
  static NpyArray open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        return new NpyArray(file, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw VectorException.damaged(file, "not a whole .npy file", e);
    }
  }

  private String header() throws IOException {
    byte[] magic = new byte[MAGIC.length];
    fill(MAGIC.length + 2).get(magic);
    int version = buffer.get();
    if (!Arrays.equals(magic, MAGIC)) {
      throw VectorException.malformed(file, "not a .npy file");
    }
    int length =
        version == 1 ? fill(Short.BYTES).getShort() & 0xffff : fill(Integer.BYTES).getInt();
    if (length < 0 || length > MAX_HEADER_BYTES) {
      throw VectorException.malformed(file, "its header has " + length + " bytes");
    }
    byte[] header = new byte[length];
    fill(length).get(header);
    return new String(header, StandardCharsets.UTF_8);
  }

  private ByteBuffer fill(int bytes) throws IOException {
    buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("it ends in its header");
      }
    }
    return buffer.flip();
  }

  /// The type of its items, such as `<f4`.
  String type() {
    return type;
  }

  long rows() {
    return rows;
  }

  /// How many items a row has.
  int width() {
    return width;
  }

  /// Checks that the file has as many bytes as its header says.
  ///
  /// @param itemBytes of one item
  void requireWhole(int itemBytes) {
    try {
      long there = channel.size() - channel.position();
      long wanted = Math.multiplyExact(Math.multiplyExact(rows, width), (long) itemBytes);
      if (there != wanted) {
        throw VectorException.malformed(
            file,
            "it has %s of items, but its header says %s"
                .formatted(Printable.count(there, "byte"), Printable.count(wanted)));
      }
    } catch (IOException e) {
      throw VectorException.disk(file, "cannot be read", e);
    }
  }

  /// The items of the next row, in little endian.
  ///
  /// @param rowBytes of a row
  ByteBuffer next(int rowBytes) {
    try {
      if (buffer.remaining() < rowBytes) {
        ByteBuffer next =
            ByteBuffer.allocate(Math.max(BUFFER_BYTES / rowBytes, 1) * rowBytes)
                .order(ByteOrder.LITTLE_ENDIAN);
        next.put(buffer);
        while (next.hasRemaining() && channel.read(next) >= 0) {
          // until it is full
        }
        buffer = next.flip();
      }
      ByteBuffer row = buffer.slice(buffer.position(), rowBytes).order(ByteOrder.LITTLE_ENDIAN);
      buffer.position(buffer.position() + rowBytes);
      return row;
    } catch (IOException e) {
      throw VectorException.disk(file, "cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw VectorException.disk(file, "cannot be closed", e);
    }
  }
}
