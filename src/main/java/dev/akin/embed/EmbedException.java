package dev.akin.embed;

/// A model cannot be used: it is missing, damaged, not what its card says, or its device is not
/// there. The message names the file or the device and says what to do.
public final class EmbedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What kind of trouble it is.
  public enum Kind {
    /// There is no such model, or its weights are not here yet.
    MISSING,
    /// A file is not the one that the model's card describes.
    DAMAGED,
    /// The device asked for cannot be used here.
    NO_DEVICE,
    /// The engine failed while it ran.
    FAILED
  }

  private final Kind kind;

  EmbedException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  EmbedException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
