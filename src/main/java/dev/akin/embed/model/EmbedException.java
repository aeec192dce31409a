package dev.akin.embed.model;

import dev.akin.base.AkinException;
import org.jspecify.annotations.Nullable;

/// A model cannot be used: it is missing or damaged, it is not what its card says, or its device is
/// not available. The message names the file or the device and says what to do.
public final class EmbedException extends AkinException {
  private static final long serialVersionUID = 1;

  public EmbedException(Kind kind, String message) {
    super(kind, message);
  }

  public EmbedException(Kind kind, String message, @Nullable Throwable cause) {
    super(kind, message, cause);
  }

  /// Texts cannot be embedded before the models are loaded.
  public static EmbedException notLoaded() {
    return new EmbedException(Kind.LATE, "the model is being loaded; wait a moment");
  }
}
