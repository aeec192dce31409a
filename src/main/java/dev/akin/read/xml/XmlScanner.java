package dev.akin.read.xml;

import dev.akin.base.Printable;
import dev.akin.read.record.BadSourceException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordBytes;
import dev.akin.read.record.TextEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the markup of an XML document byte by byte, and checks that its tags match.
///
/// Nothing of a DOCTYPE is used: one that names a file is skipped, one that declares something ends
/// the document. Names are without their prefix.
final class XmlScanner {
  static final int MAX_DEPTH = 64;

  private static final int END = -1;
  private static final int MAX_NAME_BYTES = 256;
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml\\s[^>]*?(?<!\\w)encoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

  /// What was read.
  enum Markup {
    /// A start tag.
    START,
    /// An empty element.
    EMPTY,
    /// An end tag.
    END,
    /// A comment, a processing instruction, a CDATA section or a DOCTYPE.
    OTHER
  }

  private final LineReader source;

  /// The names of the open elements down to [#MAX_DEPTH].
  private final List<String> open = new ArrayList<>();

  /// The number of open elements.
  private int depth;

  private boolean tooDeep;
  private boolean rootSeen;
  private final RecordBytes kept = new RecordBytes();
  private String name = "";

  XmlScanner(LineReader source) {
    this.source = source;
  }

  /// Starts to keep bytes, from the `<` that was read last.
  ///
  /// @return its place
  Line begin() {
    kept.clear();
    kept.add('<');
    tooDeep = false;
    return new Line(source.lineNumber(), source.byteOffset() - 1, "", null);
  }

  /// The text since [#begin].
  ///
  /// @param start what [#begin] returned
  /// @param noun what a fault calls the text, such as `record`
  Line text(Line start, String noun) {
    return kept.line(start, noun);
  }

  /// Whether elements since [#begin] are nested deeper than [#MAX_DEPTH].
  boolean tooDeep() {
    return tooDeep;
  }

  /// The name of the last tag.
  String name() {
    return name;
  }

  /// The number of open elements.
  int depth() {
    return depth;
  }

  /// The name of the innermost open element; empty if there is none.
  String innermost() {
    return open.isEmpty() ? "" : open.getLast();
  }

  /// Reads text up to the next `<`, and that sign.
  ///
  /// @return false at the end of the document
  boolean skipText() throws IOException {
    for (int c = source.read(); c != END; c = source.read()) {
      kept.add(c);
      if (c == '<') {
        return true;
      }
      if (depth == 0 && !isSpace(c)) {
        throw broken("text outside the root element");
      }
    }
    if (depth > 0 || !rootSeen) {
      throw endsEarly();
    }
    return false;
  }

  /// Reads the markup after a `<`.
  Markup markup() throws IOException {
    int c = read();
    return switch (c) {
      case '!' -> {
        declaration();
        yield Markup.OTHER;
      }
      case '?' -> {
        skipTo("?>");
        beginDocument();
        yield Markup.OTHER;
      }
      case '/' -> {
        endTag();
        yield Markup.END;
      }
      default -> start(c);
    };
  }

  private Markup start(int first) throws IOException {
    boolean empty = restOfTag(name(first));
    String element = name;
    if (depth == 0 && rootSeen) {
      throw broken("a second root element, <" + element + ">");
    }
    rootSeen = true;
    if (empty) {
      return Markup.EMPTY;
    }
    depth++;
    if (depth <= MAX_DEPTH) {
      open.add(element);
    } else {
      tooDeep = true;
    }
    return Markup.START;
  }

  private void endTag() throws IOException {
    int c = name(read());
    while (isSpace(c)) {
      c = read();
    }
    if (c != '>') {
      throw broken("more in the tag </" + name + "> than its name");
    }
    close();
  }

  private void close() throws IOException {
    if (depth == 0) {
      throw broken("</" + name + "> that closes nothing");
    }
    if (depth <= MAX_DEPTH) {
      String opened = open.removeLast();
      if (!opened.equals(name)) {
        throw broken("</" + name + "> instead of </" + opened + ">");
      }
    }
    depth--;
  }

  /// Reads the name of a tag.
  ///
  /// @return the byte after it
  private int name(int first) throws IOException {
    StringBuilder latin1 = new StringBuilder();
    int c = first;
    for (; !isSpace(c) && c != '/' && c != '>'; c = read()) {
      if (isNoNameByte(c) || latin1.length() == MAX_NAME_BYTES) {
        throw broken("a tag without a proper name");
      }
      latin1.append((char) c);
    }
    if (latin1.isEmpty()) {
      throw broken("a tag without a proper name");
    }
    byte[] bytes = latin1.toString().getBytes(StandardCharsets.ISO_8859_1);
    String whole = new String(bytes, StandardCharsets.UTF_8);
    name = whole.substring(whole.indexOf(':') + 1);
    return c;
  }

  private static boolean isNoNameByte(int c) {
    return "<\"'&=!?".indexOf(c) >= 0 || c == 0;
  }

  /// Reads to the end of a tag. An attribute never contains a `<`.
  ///
  /// @return whether the element is empty
  private boolean restOfTag(int first) throws IOException {
    int quote = 0;
    int last = 0;
    for (int c = first; c != '>' || quote != 0; c = read()) {
      if (c == '<') {
        throw broken("a < in the tag <" + name + ">");
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      last = c;
    }
    return last == '/';
  }

  private void declaration() throws IOException {
    int c = read();
    if (c == '-' && read() == '-') {
      skipTo("-->");
    } else if (c == '[' && depth > 0) {
      skipTo("]]>");
    } else if (c == 'D' && !rootSeen) {
      doctype();
    } else {
      throw broken("a <! that is not a comment");
    }
  }

  private void doctype() throws IOException {
    int quote = 0;
    for (int c = read(); c != '>' || quote != 0; c = read()) {
      if (quote == 0 && c == '[') {
        throw BadSourceException.cut(
            "a DOCTYPE with declarations in line %s, which akin does not read: remove it"
                .formatted(Printable.count(source.lineNumber())));
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
  }

  /// Documents may follow one another, each with its own declaration.
  private void beginDocument() throws IOException {
    if (depth > 0) {
      return;
    }
    String declaration = kept.line(Line.NONE, "tag").content();
    rootSeen &= !declaration.startsWith("<?xml ");
    Matcher matcher = ENCODING.matcher(declaration);
    if (matcher.lookingAt() && !TextEncoding.isSupported(matcher.group(1))) {
      throw BadSourceException.malformed(
          "is in " + Printable.quote(matcher.group(1)) + "; convert it to UTF-8");
    }
  }

  /// Reads up to the next `end`, which has two or three bytes, and these.
  private void skipTo(String end) throws IOException {
    int wanted = 0;
    int mask = 0;
    for (int i = 0; i < end.length(); i++) {
      wanted = wanted << Byte.SIZE | end.charAt(i);
      mask = mask << Byte.SIZE | 0xFF;
    }
    int last = 0;
    while ((last & mask) != wanted) {
      last = last << Byte.SIZE | read();
    }
  }

  private int read() throws IOException {
    int c = source.read();
    if (c == END) {
      throw endsEarly();
    }
    kept.add(c);
    return c;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private IOException endsEarly() {
    return broken(open.isEmpty() ? "it ends early" : "it ends early, in <" + open.getLast() + ">");
  }

  private IOException broken(String what) {
    return BadSourceException.cut(
        "not well-formed XML in line %s (%s)"
            .formatted(Printable.count(source.lineNumber()), what));
  }
}
