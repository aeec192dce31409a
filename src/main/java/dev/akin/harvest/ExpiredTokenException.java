package dev.akin.harvest;

import dev.akin.read.record.ReadException;

/// The server no longer knows the resumption token, so that the harvest has to start again.
public final class ExpiredTokenException extends ReadException {
  private static final long serialVersionUID = 1L;

  ExpiredTokenException(String url, String what) {
    super(Kind.UNAVAILABLE, url, what, null);
  }
}
