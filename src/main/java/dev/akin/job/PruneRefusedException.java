package dev.akin.job;

/// Papers were not removed, because it did not look safe. Everything else was done and is safe.
public final class PruneRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PruneRefusedException(String message) {
    super(message);
  }
}
