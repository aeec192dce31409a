package dev.akin.cli.output;

import dev.akin.base.Printable;
import java.util.ArrayList;
import java.util.List;

/// Text for a terminal.
///
/// @hidden public for its own room only
public final class TerminalText {
  private TerminalText() {}

  /// Breaks a text into lines at spaces, but not before a dot between facts. A longer word stays
  /// whole.
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Printable.all(text).split(" (?!· )", -1)) {
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
    String plain = Printable.all(text);
    return plain.length() <= width ? plain : plain.substring(0, Math.max(0, width - 1)) + "…";
  }
}
