package dev.akin.embed;

import java.nio.file.FileSystemException;

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
    /// The device asked for, or a native library that it needs, cannot be used here.
    NO_DEVICE,
    /// The engine failed while it ran.
    FAILED,
    /// Too many texts wait already.
    BUSY,
    /// A text was not read before its deadline.
    LATE
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

  /// Texts cannot be read before the models are loaded.
  public static EmbedException notLoaded() {
    return new EmbedException(Kind.LATE, "the model is being loaded; wait a moment");
  }

  public Kind kind() {
    return kind;
  }

  /// What the innermost cause says, in one line.
  static String reason(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String name = root.getClass().getSimpleName();
    String line = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    // The message of a file system exception is often the file alone.
    return root instanceof FileSystemException || root.getMessage() == null
        ? name + ": " + line
        : line;
  }
}
