package dev.akin.onnx;

/// A graph is not one that akin knows how to rewrite; the message says why, in words that follow
/// "left as published: ".
public final class UnknownGraphException extends Exception {
  private static final long serialVersionUID = 1;

  UnknownGraphException(String message) {
    super(message);
  }
}
