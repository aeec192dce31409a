package dev.akin.base;

import org.jspecify.annotations.Nullable;

/// akin cannot do what it was asked to do, and its user can do something about it. The message
/// names the file, the device or the address, and says what to do.
///
/// Each room has a subclass of its own, so that a caller can catch what is its business.
public class AkinException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What kind of trouble it is. It decides the exit code of the command and the HTTP status.
  public enum Kind {
    /// A file, a folder, an index, a model or a paper is not there.
    MISSING,
    /// What is in an input is not what it should be, or is damaged.
    MALFORMED,
    /// Something exists already that would be lost.
    EXISTS,
    /// Another process is using it.
    IN_USE,
    /// It cannot be had here: no such device, no such server, a port that is taken.
    UNAVAILABLE,
    /// Too many texts are waiting already.
    BUSY,
    /// It was not done before its deadline.
    LATE,
    /// A model is damaged, or model and index do not fit.
    CONFIGURATION,
    /// A disk or the network fails, a disk is full, or a file of an index is damaged.
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

  /// What kind of trouble it is.
  public final Kind kind() {
    return kind;
  }
}
