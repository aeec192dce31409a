package dev.akin.onnx;

/// A graph is not one that akin knows how to rewrite; the message says why, in words that follow
/// "left as published: ".
public final class UnknownGraphException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int MAX_CHARS = 300;

  /// @param message may hold names from the graph, however long and whatever they hold
  UnknownGraphException(String message) {
    super(readable(message));
  }

  private static String readable(String message) {
    String line = message.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "…";
  }
}
