package dev.akin.recommend.query;

import dev.akin.base.AkinException;

/// A query that says nothing: its papers have no text, or positives and negatives cancel each other
/// out.
public final class NoDirectionException extends AkinException {
  private static final long serialVersionUID = 1;

  public NoDirectionException(String message) {
    super(Kind.MISSING, message);
  }
}
