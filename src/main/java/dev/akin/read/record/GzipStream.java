package dev.akin.read.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A gzip of one or more members that is known to be whole.
///
/// The JDK's stream takes whatever follows a member and is not a good header for the end, so that a
/// damaged second member would be lost without a word. This one says so.
public final class GzipStream extends GZIPInputStream {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int TRAILER_BYTES = 8;

  private final CountingStream packed;
  private long filledTo;

  private GzipStream(CountingStream packed) throws IOException {
    super(packed, BUFFER_BYTES);
    this.packed = packed;
  }

  /// `stream` unpacked if it begins as a gzip does, else as it is.
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

  /// What follows the last whole member is not another one.
  static final class TrailingBytesException extends ZipException {
    private static final long serialVersionUID = 1L;
  }
}
