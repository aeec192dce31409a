package dev.akin.index;

/// An index cannot be used: it is not there, damaged, in use, of another model, or its disk fails.
/// The message names the directory or file and says what to do.
public final class IndexException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What kind of trouble it is.
  public enum Kind {
    /// There is no index there.
    MISSING,
    /// Somebody else is writing to it.
    IN_USE,
    /// It was made with another model, or by another version of akin.
    OTHER_MODEL,
    /// A file is damaged, or the disk failed or is full.
    IO
  }

  private final Kind kind;

  IndexException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  IndexException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
