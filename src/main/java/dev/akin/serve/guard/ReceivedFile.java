package dev.akin.serve.guard;

import java.util.concurrent.Semaphore;

/// A file that a client sent. Its memory is counted until it is closed. Owns the array: nobody
/// changes it.
///
/// @hidden public for its own room only
public final class ReceivedFile implements AutoCloseable {
  private final byte[] bytes;
  private final Room taken;

  ReceivedFile(byte[] bytes, Room taken) {
    this.bytes = bytes;
    this.taken = taken;
  }

  public byte[] bytes() {
    return bytes;
  }

  @Override
  public void close() {
    taken.close();
  }

  /// What one file takes of the memory for all. For one thread.
  static final class Room implements AutoCloseable {
    private final Semaphore all;
    private int chunks;

    Room(Semaphore all) {
      this.all = all;
    }

    /// Takes more, up to a number of chunks; false if there is not enough.
    boolean reach(int count) {
      int more = count - chunks;
      if (more <= 0) {
        return true;
      }
      boolean taken = all.tryAcquire(more);
      chunks += taken ? more : 0;
      return taken;
    }

    @Override
    public void close() {
      all.release(chunks);
      chunks = 0;
    }
  }
}
