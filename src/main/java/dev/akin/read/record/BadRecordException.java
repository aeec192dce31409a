package dev.akin.read.record;

/// Why one record is skipped. The records after it can still be read.
public final class BadRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String what;

  /// @param what the reason, in words for the user and without the place of the record
  public BadRecordException(String what) {
    super(what, null, false, false);
    this.what = what;
  }

  /// The reason.
  public String what() {
    return what;
  }
}
