package dev.akin.base;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/// A failure that the user can do something about. The message names the file, the device or the
/// address, and says what to do.
///
/// Each room has its own subclass, so that a caller can catch the failures of one room.
public class AkinException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// The kind of a failure. It decides the exit code of the command and the HTTP status.
  public enum Kind {
    /// A file, a folder, an index, a model or a paper does not exist.
    MISSING,
    /// An input is damaged, or does not have the form that it should have.
    MALFORMED,
    /// Something exists already and would be overwritten.
    EXISTS,
    /// Another process is using it.
    IN_USE,
    /// Not available here: no such device, no such server, or the port is taken.
    UNAVAILABLE,
    /// Too many texts are waiting already.
    BUSY,
    /// It did not finish in time.
    LATE,
    /// A model is damaged, or the model and the index do not fit together.
    CONFIGURATION,
    /// A disk or the network fails, the disk is full, or a file of an index is damaged.
    IO,
    /// A library failed in a way that should not happen.
    FAILED
  }

  private final Kind kind;

  public AkinException(Kind kind, String message) {
    this(kind, message, null);
  }

  public AkinException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /// The kind of this failure.
  public final Kind kind() {
    return kind;
  }

  /// What a failure says, as one printable line: the first line of its message, or of the message
  /// of its innermost cause that has one.
  ///
  /// A message that is only a file's name becomes a sentence. Where there is no message at all, the
  /// name of the class says what happened.
  public static String reason(Throwable failure) {
    String reason = failure.getClass().getSimpleName();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = each.getMessage();
      if (message != null && !message.isBlank()) {
        String line = message.strip().lines().findFirst().orElseThrow();
        reason = each instanceof FileSystemException file ? sentence(file, line) : line;
      }
    }
    return Printable.of(reason);
  }

  /// The JDK says by the class alone what is wrong with a file.
  private static String sentence(FileSystemException failure, String message) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no " + message;
      case AccessDeniedException _ -> "no permission for " + message;
      case NotDirectoryException _ -> message + " is not a folder";
      case DirectoryNotEmptyException _ -> "the folder " + message + " is not empty";
      case FileAlreadyExistsException _ -> message + " exists already";
      case FileSystemLoopException _ -> "the links of " + message + " go in circles";
      default ->
          failure.getReason() == null
              ? failure.getClass().getSimpleName() + ": " + message
              : message;
    };
  }
}
