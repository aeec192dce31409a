package dev.akin.report.page;

import dev.akin.base.AkinException;

/// A report cannot be written, or an earlier report cannot be used. The message names the file and
/// says what to do.
///
/// @hidden public for its own room only
public final class ReportException extends AkinException {
  private static final long serialVersionUID = 1;

  public ReportException(Kind kind, String message) {
    super(kind, message);
  }

  public ReportException(Kind kind, String message, Throwable cause) {
    super(kind, message, cause);
  }
}
