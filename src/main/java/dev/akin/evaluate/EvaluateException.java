package dev.akin.evaluate;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A test collection, a run or a file of topics cannot be used. The message starts with the file,
/// and the line where there is one.
public final class EvaluateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What kind of trouble it is.
  public enum Kind {
    /// There is no such file or folder.
    MISSING,
    /// What is in it is not what it should be.
    MALFORMED,
    /// The operating system would not read or write it.
    IO
  }

  private final Kind kind;

  private EvaluateException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  private EvaluateException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  static EvaluateException missing(Path path) {
    return new EvaluateException(Kind.MISSING, path + ": no such file or folder");
  }

  static EvaluateException malformed(Path file, String what) {
    return new EvaluateException(Kind.MALFORMED, file + ": " + what);
  }

  static EvaluateException malformed(Path file, long line, RuntimeException what) {
    String message = file + ":" + line + ": " + what.getMessage();
    return new EvaluateException(Kind.MALFORMED, message, what);
  }

  /// @param lines how many lines were good
  static EvaluateException unreadable(Path file, long lines, IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ -> missing(file);
      case CharacterCodingException _ ->
          new EvaluateException(
              Kind.MALFORMED, file + ": not UTF-8, somewhere after line " + lines, cause);
      default ->
          new EvaluateException(Kind.IO, file + ": cannot be read: " + cause.getMessage(), cause);
    };
  }

  static EvaluateException unwritable(Path file, IOException cause) {
    return new EvaluateException(Kind.IO, file + ": cannot be written: " + cause, cause);
  }

  public Kind kind() {
    return kind;
  }
}
