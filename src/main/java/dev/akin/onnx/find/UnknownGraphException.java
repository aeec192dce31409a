package dev.akin.onnx.find;

/// akin cannot rewrite a graph. The message says why, in words that follow "left as published: ".
public final class UnknownGraphException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int MAX_CHARS = 300;

  /// @param message may contain names from the graph, of any length and with any characters
  UnknownGraphException(String message) {
    super(readable(message));
  }

  private static String readable(String message) {
    String line = message.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "…";
  }
}
