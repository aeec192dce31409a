package dev.akin.serve.guard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request that is not answered, and why.
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
  /// @param field the parameter or the place in the body that is at fault, if one is
  private RefusedRequest(int status, @Nullable String field, String message) {
    super(field == null ? message : field + ": " + message);
    this.status = status;
    this.field = field;
  }

  /// A parameter, or a field of the body, is not of the form that it has to have.
  public static RefusedRequest badRequest(String field, String message) {
    return new RefusedRequest(400, field, message);
  }

  /// A field of the body is of the right form, but nothing can be done with it.
  public static RefusedRequest unprocessable(String field, String message) {
    return new RefusedRequest(422, field, message);
  }

  public int status() {
    return status;
  }

  public @Nullable String field() {
    return field;
  }

  /// What was wrong.
  public String detail() {
    return Objects.requireNonNull(getMessage());
  }
}
