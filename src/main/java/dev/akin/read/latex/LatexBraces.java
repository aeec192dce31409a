package dev.akin.read.latex;

import java.util.Arrays;
import java.util.BitSet;

/// Knows which braces of a text belong together, and which of them are not printed because they
/// belong to a command.
final class LatexBraces {
  private final String text;
  private final int[] ends;
  private final BitSet dropped = new BitSet();

  LatexBraces(String text) {
    this.text = text;
    this.ends = new int[text.length()];
    Arrays.fill(ends, -1);
    int[] open = new int[text.length()];
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '{' -> open[depth++] = i;
        case '}' -> {
          if (depth > 0) {
            ends[open[--depth]] = i;
          }
        }
        default -> {}
      }
    }
  }

  /// The index of the brace that closes the one at `position`; -1 if there is none.
  int end(int position) {
    return position < ends.length ? ends[position] : -1;
  }

  /// Whether a group in braces begins at `position`.
  boolean isGroup(int position) {
    return end(position) >= 0;
  }

  /// The text in the group that begins at `position`.
  String inner(int position) {
    return text.substring(position + 1, end(position));
  }

  /// Marks both braces of a group as not printed.
  void drop(int position) {
    dropped.set(position);
    dropped.set(end(position));
  }

  /// Whether the brace at `position` is not printed.
  boolean isDropped(int position) {
    return position >= 0 && dropped.get(position);
  }

  /// The index after options in brackets, if these begin at `position` and a group follows them;
  /// otherwise `position`.
  int skipOptions(int position) {
    int p = position;
    while (p < text.length() && text.charAt(p) == '[') {
      int end = text.substring(p, Math.min(text.length(), p + 200)).indexOf(']');
      if (end < 0) {
        return position;
      }
      p += end + 1;
    }
    return isGroup(p) ? p : position;
  }
}
