package dev.akin.serve;

import dev.akin.base.AkinException;

/// The service cannot listen at its address.
public final class PortInUseException extends AkinException {
  private static final long serialVersionUID = 1;

  PortInUseException(String host, int port, Throwable cause) {
    super(
        Kind.UNAVAILABLE,
        "Port %d of %s is already in use, or you may not use it. Try --port 0."
            .formatted(port, host),
        cause);
  }
}
