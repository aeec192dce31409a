package dev.akin.read.format.bibtex;

import dev.akin.base.Printable;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts BibTeX into its blocks. The text between them is comment.
///
/// A block that is not closed ends where a line begins like the next block, so that it costs no
/// other. Cut by hand, because JBibTeX, which reads the inside of the blocks, stops at the first
/// bad block of a file and keeps the whole file in memory.
///
/// @hidden public for its own room only
public final class BibtexBlocks {
  private static final Pattern START = Pattern.compile("@[A-Za-z]++[ \\t]*+[{(]");
  private static final int END = -1;

  private final LineReader lines;
  private Line line = Line.NONE;

  /// The index of the next character in the line; the length of the line stands for its line feed.
  private int column;

  BibtexBlocks(LineReader lines) {
    this.lines = lines;
  }

  /// Whether a line begins like a block.
  public static boolean isStart(String line) {
    return START.matcher(line).lookingAt();
  }

  /// The next block, or null at the end. A line between blocks that is not text is a block with a
  /// fault, because it may have been the start of one.
  @Nullable BibtexBlock next() throws IOException {
    for (int c = peek(); c != END; c = peek()) {
      Line start = line;
      column++;
      if (start.fault() != null) {
        return new BibtexBlock(start, "", "", start.fault());
      }
      if (c == '@') {
        String type = word();
        char open = (char) skipSpaces();
        if (!type.isEmpty() && (open == '{' || open == '(')) {
          column++;
          return block(start, type, new BibtexBody(open == '{' ? '}' : ')'));
        }
      }
    }
    return null;
  }

  private BibtexBlock block(Line start, String type, BibtexBody body) throws IOException {
    for (int c = peek(); c != END && !isAtStart(); c = peek()) {
      if (line.fault() != null) {
        body.fault("line " + Printable.count(line.number()) + ": " + line.fault());
      }
      column++;
      if (body.endsAt((char) c)) {
        return body.block(start, type);
      }
    }
    body.fault("@" + type + " is not closed: a brace or quotation mark is missing");
    return body.block(start, type);
  }

  private boolean isAtStart() {
    return column == 0 && isStart(line.content());
  }

  private String word() throws IOException {
    StringBuilder word = new StringBuilder();
    for (int c = skipSpaces(); Character.isLetterOrDigit(c); c = peek()) {
      word.append((char) c);
      column++;
    }
    return word.toString().toLowerCase(Locale.ROOT);
  }

  private int skipSpaces() throws IOException {
    int c = peek();
    while (Character.isWhitespace(c) && line.fault() == null) {
      column++;
      c = peek();
    }
    return c;
  }

  /// The next character, a line feed at the end of each line.
  private int peek() throws IOException {
    while (column > line.content().length()) {
      Line next = lines.next();
      if (next == null) {
        return END;
      }
      line = next;
      column = 0;
    }
    return column < line.content().length() ? line.content().charAt(column) : '\n';
  }
}
