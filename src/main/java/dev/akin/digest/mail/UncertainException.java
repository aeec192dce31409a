package dev.akin.digest.mail;

import dev.akin.base.AkinException;

/// Nobody knows whether a message has arrived: the connection ended between its last line and the
/// server's answer.
///
/// @hidden public for its own room only
public final class UncertainException extends AkinException {
  private static final long serialVersionUID = 1;

  public UncertainException(String message, Throwable cause) {
    super(Kind.UNAVAILABLE, message, cause);
  }
}
