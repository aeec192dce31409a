package dev.akin.serve;

/// A request that cannot be answered because a parameter is wrong.
final class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String parameter;

  BadRequestException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /// The parameter at fault.
  String parameter() {
    return parameter;
  }
}
