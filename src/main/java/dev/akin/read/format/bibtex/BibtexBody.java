package dev.akin.read.format.bibtex;

import dev.akin.base.Printable;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import org.jspecify.annotations.Nullable;

/// Collects the inside of a BibTeX block, character by character, and finds its end.
///
/// A character after a backslash neither opens nor closes anything, as in JBibTeX.
final class BibtexBody {
  static final int MAX_CHARS = LineReader.MAX_LINE_BYTES;

  /// JBibTeX recurses once for each join.
  static final int MAX_JOINS = 200;

  private final char close;
  private final StringBuilder text = new StringBuilder();
  private @Nullable String fault;
  private int depth;
  private int joins;
  private boolean quoted;
  private boolean escaped;

  /// @param close the character that ends the block
  BibtexBody(char close) {
    this.close = close;
  }

  /// Takes the next character.
  ///
  /// @return whether the block ends with it
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
      text.append(" # "); // without spaces JBibTeX takes it for a part of a name
    } else if (c == '\\' && isEscaped) {
      text.append("\\ "); // JBibTeX takes the second of two backslashes for one that escapes
    } else {
      text.append(c);
    }
  }

  /// Notes why the block cannot be read. Only the first reason is kept.
  void fault(String what) {
    fault = fault == null ? what : fault;
  }

  /// The block, once its end is reached.
  BibtexBlock block(Line start, String type) {
    return new BibtexBlock(start, type, text.toString(), fault);
  }
}
