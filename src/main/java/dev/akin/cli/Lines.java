package dev.akin.cli;

import java.util.ArrayList;
import java.util.List;

/// Text for a terminal.
final class Lines {
  private Lines() {}

  /// Breaks a text into lines at spaces; a longer word stays whole.
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : printable(text).split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /// Cuts a text to one line.
  static String cut(String text, int width) {
    String plain = printable(text);
    return plain.length() <= width ? plain : plain.substring(0, Math.max(0, width - 1)) + "…";
  }

  /// A text in which what steers a terminal, or the direction of writing, is visible.
  static String printable(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                visible.append("\\u%04X".formatted(c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }
}
