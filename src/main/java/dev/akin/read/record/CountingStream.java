package dev.akin.read.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes read from another stream.
public final class CountingStream extends FilterInputStream {
  private volatile long count;

  public CountingStream(InputStream stream) {
    super(stream);
  }

  /// The number of bytes read so far. Safe to call from any thread.
  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    add(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    add(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = in.skip(bytes);
    add(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others only read
  private void add(long bytes) {
    count += bytes;
  }
}
