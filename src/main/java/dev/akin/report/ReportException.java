package dev.akin.report;

/// A report cannot be made, or an earlier one cannot be used. The message names the file and says
/// what to do.
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What kind of trouble it is.
  public enum Kind {
    /// A file is not there.
    MISSING,
    /// A file is damaged, or of another version of akin.
    DAMAGED,
    /// A report is there already.
    OCCUPIED,
    /// The disk failed or is full.
    IO
  }

  private final Kind kind;

  ReportException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  ReportException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
