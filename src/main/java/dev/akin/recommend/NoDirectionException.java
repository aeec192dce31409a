package dev.akin.recommend;

/// A query that adds up to nothing: its papers have no text, or positives and negatives cancel.
public final class NoDirectionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoDirectionException(String message) {
    super(message);
  }
}
