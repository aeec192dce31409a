package dev.akin.harvest;

import dev.akin.read.record.ReadException;

/// A server that is harvested does not know the resumption token any more: the harvest has to begin
/// again.
public final class ExpiredTokenException extends ReadException {
  private static final long serialVersionUID = 1L;

  ExpiredTokenException(String url, String what) {
    super(Kind.UNAVAILABLE, url, what, null);
  }
}
