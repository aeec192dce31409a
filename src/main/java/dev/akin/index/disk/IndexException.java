package dev.akin.index.disk;

import dev.akin.base.AkinException;
import dev.akin.base.LockHolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.jspecify.annotations.Nullable;

/// An index cannot be used: it is missing, damaged, in use, made with another model, or its disk
/// fails. The message names the directory or file and says what to do.
public final class IndexException extends AkinException {
  private static final long serialVersionUID = 1;

  public IndexException(Kind kind, String message) {
    super(kind, message);
  }

  public IndexException(Kind kind, String message, @Nullable Throwable cause) {
    super(kind, message, cause);
  }

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
      return new IndexException(Kind.IO, damaged.get() + ": damaged: " + reason(cause), cause);
    }
    if (cause instanceof IndexFormatTooOldException
        || cause instanceof IndexFormatTooNewException) {
      return new IndexException(
          Kind.CONFIGURATION,
          build
              + ": written by another version of Lucene; index the papers again: "
              + cause.getMessage(),
          cause);
    }
    return new IndexException(Kind.IO, build + ": cannot be read: " + reason(cause), cause);
  }

  /// A build or index cannot be written.
  public static IndexException unwritable(Path path, Throwable cause) {
    return new IndexException(
        Kind.IO,
        "%s: cannot be written: %s (%s free); everything committed is safe; run the same command again to continue"
            .formatted(path, reason(cause), free(path)),
        cause);
  }

  /// Another process holds a lock.
  public static IndexException inUse(Path lock, IOException cause) {
    return new IndexException(
        Kind.IN_USE,
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
