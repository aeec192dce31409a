package dev.akin.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A lock that one process at a time holds, on a file that stays. The lock of a killed process is
/// free. Close it.
public final class HeldLock implements AutoCloseable {
  private final FileChannel channel;

  private HeldLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock.
  ///
  /// @param file is made if it does not exist
  /// @param busy what another process is doing, for the message
  /// @throws AkinException of the kind `IN_USE` if somebody else holds the lock
  /// @throws IOException if the file cannot be written
  public static HeldLock of(Path file, String busy) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new HeldLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // This process holds the lock.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new AkinException(
        AkinException.Kind.IN_USE, "%s (%s holds %s)".formatted(busy, LockHolder.of(file), file));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
