package dev.akin.evaluate;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A test collection, a run or a file of topics cannot be used. The message starts with the file,
/// and the line where there is one.
public final class EvaluateException extends AkinException {
  private static final long serialVersionUID = 1;

  private EvaluateException(Kind kind, String message, Throwable cause) {
    super(kind, message, cause);
  }

  private EvaluateException(Kind kind, String message) {
    super(kind, message);
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
          new EvaluateException(
              Kind.IO, file + ": cannot be read: " + AkinException.reason(cause), cause);
    };
  }

  static EvaluateException unwritable(Path file, IOException cause) {
    return new EvaluateException(Kind.IO, file + ": cannot be written: " + cause, cause);
  }
}
