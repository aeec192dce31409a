package dev.akin.exchange;

import dev.akin.base.AkinException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of vectors cannot be used. The message names the file, and the row if it is about one.
public final class VectorException extends AkinException {
  private static final long serialVersionUID = 1;

  VectorException(Kind kind, String message, @Nullable Throwable cause) {
    super(kind, message, cause);
  }

  /// Something is wrong with files or a folder.
  public static VectorException of(Kind kind, Path path, String what) {
    return new VectorException(kind, path + ": " + what, null);
  }

  /// A file is not what it should be.
  static VectorException malformed(Path file, String what) {
    return of(Kind.MALFORMED, file, what);
  }

  /// A file is cut or damaged.
  static VectorException damaged(Path file, String what, Exception cause) {
    return new VectorException(
        Kind.MALFORMED, "%s: %s: %s".formatted(file, what, reason(cause)), cause);
  }

  /// A file cannot be written or read.
  static VectorException disk(Path file, String what, Exception cause) {
    return new VectorException(Kind.IO, "%s: %s: %s".formatted(file, what, reason(cause)), cause);
  }
}
