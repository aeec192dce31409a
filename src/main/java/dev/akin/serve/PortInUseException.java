package dev.akin.serve;

/// The service cannot listen where it should.
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PortInUseException(String host, int port, Throwable cause) {
    super(
        "cannot listen at %s:%d: somebody else does, or it is not allowed; --port 0 takes a free port"
            .formatted(host, port),
        cause);
  }
}
