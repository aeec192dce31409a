package dev.akin.read.format;

import dev.akin.base.Printable;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import org.jspecify.annotations.Nullable;

/// The inside of a BibTeX block, character by character.
///
/// A character behind a backslash neither opens nor closes anything, as in JBibTeX.
final class BibtexBody {
  static final int MAX_CHARS = LineReader.MAX_LINE_BYTES;

  /// JBibTeX calls itself for each of them.
  static final int MAX_JOINS = 200;

  private final char close;
  private final StringBuilder text = new StringBuilder();
  private @Nullable String fault;
  private int depth;
  private int joins;
  private boolean quoted;
  private boolean escaped;

  /// @param close the delimiter at its end
  BibtexBody(char close) {
    this.close = close;
  }

  /// Takes the next character, unless it is the one that ends the block.
  ///
  /// @return whether it is
  boolean endsAt(char c) {
    if (c == close && !escaped && isOutside()) {
      return true;
    }
    if (!escaped) {
      count(c);
    }
    keep(c, escaped);
    escaped = c == '\\' && !escaped;
    return false;
  }

  private boolean isOutside() {
    return depth == 0 && !quoted;
  }

  private void count(char c) {
    switch (c) {
      case '{' -> depth++;
      case '}' -> depth = Math.max(0, depth - 1);
      case '"' -> quoted = depth == 0 ? !quoted : quoted;
      case '#' -> joins += isOutside() ? 1 : 0;
      default -> {}
    }
  }

  private void keep(char c, boolean isEscaped) {
    if (joins > MAX_JOINS) {
      fault("more than " + Printable.count(MAX_JOINS) + " pieces joined by #");
    } else if (text.length() >= MAX_CHARS) {
      fault("entry of more than " + Printable.count(MAX_CHARS) + " characters");
    } else if (c == '#' && isOutside()) {
      text.append(" # "); // JBibTeX takes one without spaces for a part of a name
    } else if (c == '\\' && isEscaped) {
      text.append("\\ "); // and both of two backslashes for one that escapes
    } else {
      text.append(c);
    }
  }

  /// Notes why the block cannot be read. The first reason counts.
  void fault(String what) {
    fault = fault == null ? what : fault;
  }

  BibtexBlock block(Line start, String type) {
    return new BibtexBlock(start, type, text.toString(), fault);
  }
}
