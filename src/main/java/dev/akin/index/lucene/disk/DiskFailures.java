package dev.akin.index.lucene.disk;

import dev.akin.base.AkinException;
import dev.akin.base.LockHolder;
import dev.akin.index.store.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;

/// What to say when the folder of an index fails.
///
/// @hidden public for its own room only
public final class DiskFailures {
  private DiskFailures() {}

  /// A build cannot be opened.
  ///
  /// @param build its directory
  /// @param cause an [InternalError] if a file was cut off while it was read
  public static IndexException unreadable(Path build, Throwable cause) {
    if (cause instanceof IndexException known) {
      return known;
    }
    Optional<Path> damaged = DamagedFile.in(build);
    if (damaged.isPresent()) {
      return new IndexException(
          AkinException.Kind.IO,
          damaged.get() + ": damaged: " + AkinException.reason(cause),
          cause);
    }
    if (cause instanceof IndexFormatTooOldException
        || cause instanceof IndexFormatTooNewException) {
      return new IndexException(
          AkinException.Kind.CONFIGURATION,
          build
              + ": written by another version of Lucene; index the papers again: "
              + cause.getMessage(),
          cause);
    }
    return new IndexException(
        AkinException.Kind.IO, build + ": cannot be read: " + AkinException.reason(cause), cause);
  }

  /// A build or index cannot be written.
  public static IndexException unwritable(Path path, Throwable cause) {
    return new IndexException(
        AkinException.Kind.IO,
        "%s: cannot be written: %s (%s free); everything committed is safe; run the same command again to continue"
            .formatted(path, AkinException.reason(cause), free(path)),
        cause);
  }

  /// Another process holds a lock.
  public static IndexException inUse(Path lock, IOException cause) {
    return new IndexException(
        AkinException.Kind.IN_USE,
        "%s: another akin is writing to this index (%s holds %s)"
            .formatted(lock.getParent(), LockHolder.of(lock), lock),
        cause);
  }

  private static String free(Path path) {
    try {
      return "%,d MB".formatted(Files.getFileStore(path).getUsableSpace() >> 20);
    } catch (IOException e) {
      return "unknown";
    }
  }
}
