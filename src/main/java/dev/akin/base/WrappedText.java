package dev.akin.base;

import java.util.ArrayList;
import java.util.List;

/// Text in lines of a bounded width.
public final class WrappedText {
  private WrappedText() {}

  /// Breaks a text into lines at spaces, but not before a dot between facts. A longer word stays
  /// whole. All characters are visible.
  public static List<String> of(String text, int width) {
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
}
