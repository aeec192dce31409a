package dev.akin.read.record;

import dev.akin.base.Printable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Fails when another stream turns out to be longer than a number of bytes.
public final class LimitedStream extends FilterInputStream {
  private final long maxBytes;
  private long left;

  public LimitedStream(InputStream stream, long maxBytes) {
    super(stream);
    this.maxBytes = maxBytes;
    this.left = maxBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    left -= Math.max(0, read);
    if (left < 0) {
      throw BadSourceException.server("is longer than " + Printable.count(maxBytes) + " bytes");
    }
    return read;
  }

  @Override
  public long skip(long bytes) {
    throw new UnsupportedOperationException("not needed, and so not counted");
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
