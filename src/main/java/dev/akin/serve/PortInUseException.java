package dev.akin.serve;

import dev.akin.base.AkinException;

/// The service cannot listen where it should.
public final class PortInUseException extends AkinException {
  private static final long serialVersionUID = 1;

  PortInUseException(String host, int port, Throwable cause) {
    super(
        Kind.UNAVAILABLE,
        "cannot listen at %s:%d: somebody else does, or it is not allowed; --port 0 takes a free port"
            .formatted(host, port),
        cause);
  }
}
