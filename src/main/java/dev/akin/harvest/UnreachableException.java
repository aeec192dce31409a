package dev.akin.harvest;

import dev.akin.read.record.ReadException;
import org.jspecify.annotations.Nullable;

/// The server did not answer, or was busy, after several tries.
final class UnreachableException extends ReadException {
  private static final long serialVersionUID = 1L;

  UnreachableException(String url, String what, @Nullable Throwable cause) {
    super(Kind.UNAVAILABLE, url, what + ", after several tries", cause);
  }
}
