package dev.akin.read.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Unpacks a gzip of one or more members, and fails if it is not complete.
///
/// The JDK's [GZIPInputStream] takes a damaged header of a second member for the end of the file,
/// so that the rest would be lost silently.
public final class GzipStream extends GZIPInputStream {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int TRAILER_BYTES = 8;

  private final CountingStream packed;
  private long filledTo;

  private GzipStream(CountingStream packed) throws IOException {
    super(packed, BUFFER_BYTES);
    this.packed = packed;
  }

  /// Unpacks `stream` if it begins like a gzip, and returns it as it is otherwise.
  public static InputStream unpack(CountingStream stream) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(stream, 2);
    byte[] magic = peeked.readNBytes(2);
    peeked.unread(magic);
    boolean gzip = magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
    return gzip ? new GzipStream(new CountingStream(peeked)) : peeked;
  }

  @Override
  protected void fill() throws IOException {
    super.fill();
    filledTo = packed.count();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read < 0 && packed.count() > end()) {
      throw new TrailingBytesException();
    }
    return read;
  }

  private long end() {
    return filledTo - inf.getRemaining() + TRAILER_BYTES;
  }

  /// The bytes after a member are not another member.
  static final class TrailingBytesException extends ZipException {
    private static final long serialVersionUID = 1L;
  }
}
