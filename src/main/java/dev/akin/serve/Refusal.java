package dev.akin.serve;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request that is not answered, and why.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final @Nullable String field;

  Refusal(int status, String message) {
    this(status, null, message);
  }

  /// @param status of HTTP
  /// @param field the parameter or the place in the body that is at fault, if one is
  private Refusal(int status, @Nullable String field, String message) {
    super(field == null ? message : field + ": " + message);
    this.status = status;
    this.field = field;
  }

  /// A parameter, or a field of the body, is not of the form that it has to have.
  static Refusal badRequest(String field, String message) {
    return new Refusal(400, field, message);
  }

  /// A field of the body is of the right form, but nothing can be done with it.
  static Refusal unprocessable(String field, String message) {
    return new Refusal(422, field, message);
  }

  int status() {
    return status;
  }

  @Nullable String field() {
    return field;
  }

  /// What was wrong.
  String detail() {
    return Objects.requireNonNull(getMessage());
  }
}
