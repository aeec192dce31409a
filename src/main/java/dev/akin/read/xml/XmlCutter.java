package dev.akin.read.xml;

import dev.akin.base.Printable;
import dev.akin.read.record.BadSourceException;
import dev.akin.read.record.KeptBytes;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts an XML document into the elements that its records are, and checks of all others only that
/// their tags match.
///
/// The pieces are read by StAX ([XmlText]); the document as a whole is not, because a StAX reader
/// knows the place of a character and not of a byte, keeps an attribute or a comment of any length,
/// and cannot go on behind a record that is not well-formed. Of a DOCTYPE nothing is ever read: one
/// that names a file is skipped, one that declares something is refused.
///
/// Names are without their prefix. Memory is bounded: of a piece longer than [KeptBytes#MAX_BYTES]
/// only the length is kept.
public final class XmlCutter {
  static final int MAX_DEPTH = 64;

  private static final int END = -1;
  private static final int MAX_NAME_BYTES = 256;
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml\\s[^>]*?(?<!\\w)encoding\\s*=\\s*[\"']([^\"'>]*)[\"']");
  private static final Set<String> ENCODINGS = Set.of("utf-8", "utf8", "us-ascii");

  private enum Markup {
    START,
    EMPTY,
    END,
    OTHER
  }

  private final LineReader source;
  private final List<String> containers;
  private final Set<String> pieces;

  /// The names of the open elements down to [#MAX_DEPTH], and how many are open.
  private final List<String> open = new ArrayList<>();

  private int depth;
  private boolean tooDeep;
  private boolean rootSeen;
  private final KeptBytes kept = new KeptBytes();
  private String name = "";
  private String pieceName = "";
  private @Nullable IOException failure;

  /// @param containers the names of the elements that pieces lie in, the root's first
  /// @param pieces the names of the elements to cut out
  public XmlCutter(LineReader source, List<String> containers, Set<String> pieces) {
    this.source = source;
    this.containers = containers;
    this.pieces = pieces;
  }

  /// The next piece; or the tag that a container starts with, as an empty element; or null at the
  /// end.
  ///
  /// @throws BadSourceException if the document is not well-formed; it stays so
  public @Nullable Line next() throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      return cut();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /// The name of the element that was cut out last.
  public String name() {
    return pieceName;
  }

  /// The name of the innermost open container, which that element lies in.
  public String container() {
    return depth == 0 ? "" : open.getLast();
  }

  private @Nullable Line cut() throws IOException {
    while (skipText()) {
      Line start = new Line(source.lineNumber(), source.byteOffset() - 1, "", null);
      kept.clear();
      kept.add('<');
      tooDeep = false;
      Markup markup = markup();
      if (markup == Markup.START || markup == Markup.EMPTY) {
        Line piece = element(start, name, markup);
        if (piece != null) {
          return piece;
        }
      }
    }
    return null;
  }

  private @Nullable Line element(Line start, String element, Markup markup) throws IOException {
    checkRoot(element);
    pieceName = element;
    if (containers.contains(element)) {
      return markup == Markup.START ? emptied(kept.line(start, "tag")) : kept.line(start, "tag");
    }
    int around = depth - 1;
    while (markup != Markup.EMPTY && depth > around) {
      skipText();
      markup();
    }
    if (!pieces.contains(element)) {
      return null;
    }
    return tooDeep
        ? KeptBytes.faulty(start, "elements nested deeper than " + MAX_DEPTH + " levels")
        : kept.line(start, "record");
  }

  private void checkRoot(String element) throws IOException {
    if (!rootSeen && !element.equals(containers.getFirst())) {
      throw BadSourceException.malformed(
          "begins with <%s>, not with <%s>".formatted(element, containers.getFirst()));
    }
    rootSeen = true;
  }

  private static Line emptied(Line tag) {
    String text = tag.content();
    return tag.fault() == null
        ? new Line(
            tag.number(), tag.byteOffset(), text.substring(0, text.length() - 1) + "/>", null)
        : tag;
  }

  /// Goes behind the next `<`; false at the end of the document.
  private boolean skipText() throws IOException {
    for (int c = source.read(); c != END; c = source.read()) {
      kept.add(c);
      if (c == '<') {
        return true;
      }
      if (depth == 0 && !isSpace(c)) {
        throw broken("text outside of the root element");
      }
    }
    if (depth > 0 || !rootSeen) {
      throw endsEarly();
    }
    return false;
  }

  private Markup markup() throws IOException {
    int c = read();
    return switch (c) {
      case '!' -> {
        declaration();
        yield Markup.OTHER;
      }
      case '?' -> {
        skipTo("?>");
        checkEncoding();
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
        throw broken("</" + name + "> in place of </" + opened + ">");
      }
    }
    depth--;
  }

  /// Reads the name of a tag.
  ///
  /// @return the byte behind it
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

  /// Reads on to the end of a tag. An attribute never has a `<` in it.
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
      throw broken("a <! that is no comment");
    }
  }

  private void doctype() throws IOException {
    int quote = 0;
    for (int c = read(); c != '>' || quote != 0; c = read()) {
      if (quote == 0 && c == '[') {
        throw BadSourceException.cut(
            "a DOCTYPE with declarations in line %s, which are not read: take it out"
                .formatted(Printable.count(source.lineNumber())));
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
  }

  private void checkEncoding() throws IOException {
    if (rootSeen) {
      return;
    }
    Matcher matcher = ENCODING.matcher(kept.line(Line.NONE, "tag").content());
    if (matcher.lookingAt() && !isUtf8(matcher.group(1))) {
      throw BadSourceException.malformed(
          "is in " + Printable.quote(matcher.group(1)) + "; convert it to UTF-8");
    }
  }

  private static boolean isUtf8(String encoding) {
    return ENCODINGS.stream().anyMatch(encoding::equalsIgnoreCase);
  }

  /// Goes behind the next `end`, of two or three bytes.
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
