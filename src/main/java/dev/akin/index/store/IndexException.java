package dev.akin.index.store;

import dev.akin.base.AkinException;
import org.jspecify.annotations.Nullable;

/// An index cannot be used: it is missing, damaged, in use, made with another model, or its store
/// fails. The message names the place and says what to do.
public final class IndexException extends AkinException {
  private static final long serialVersionUID = 1;

  public IndexException(Kind kind, String message) {
    super(kind, message);
  }

  public IndexException(Kind kind, String message, @Nullable Throwable cause) {
    super(kind, message, cause);
  }
}
