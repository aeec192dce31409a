package dev.akin.read.latex;

import java.util.Arrays;
import java.util.BitSet;

/// Which braces of a text belong together, and which of them a command has used up.
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

  /// Where the brace ends that begins at `position`; -1 if none begins there, or it never ends.
  int end(int position) {
    return position < ends.length ? ends[position] : -1;
  }

  boolean isGroup(int position) {
    return end(position) >= 0;
  }

  String inner(int position) {
    return text.substring(position + 1, end(position));
  }

  /// Neither brace of this group is printed.
  void drop(int position) {
    dropped.set(position);
    dropped.set(end(position));
  }

  boolean isDropped(int position) {
    return position >= 0 && dropped.get(position);
  }

  /// Behind options in brackets, if they and a group begin there; else `position`.
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
