package dev.akin.serve.guard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request is refused. The message says why.
///
/// @hidden public for its own room only
public final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final @Nullable String field;

  public RefusedRequest(int status, String message) {
    this(status, null, message);
  }

  /// @param status of HTTP
  /// @param field the parameter, or the place in the body, that is wrong; absent if it is neither
  private RefusedRequest(int status, @Nullable String field, String message) {
    super(field == null ? message : field + ": " + message);
    this.status = status;
    this.field = field;
  }

  /// A parameter, or a field of the body, has a wrong form (400).
  public static RefusedRequest badRequest(String field, String message) {
    return new RefusedRequest(400, field, message);
  }

  /// A field of the body has the right form, but akin can do nothing with it (422).
  public static RefusedRequest unprocessable(String field, String message) {
    return new RefusedRequest(422, field, message);
  }

  public int status() {
    return status;
  }

  public @Nullable String field() {
    return field;
  }

  /// What is wrong.
  public String detail() {
    return Objects.requireNonNull(getMessage());
  }
}
