package dev.akin.read.xml;

import dev.akin.read.record.BadSourceException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.xml.XmlScanner.Markup;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts an XML document into the elements that are its records, its pieces. Of everything else it
/// only checks that the tags match.
///
/// The pieces are parsed by StAX ([XmlText]). The document is cut by hand, because a StAX reader
/// does not know the offsets of bytes, keeps an attribute or a comment of any length in memory, and
/// cannot go on after a record that is not well-formed.
///
/// Memory is bounded: if a piece is longer than [dev.akin.read.record.RecordBytes#MAX_BYTES], only
/// its length is kept. Names are without their prefix. For one thread.
public final class XmlCutter {
  static final int MAX_DEPTH = XmlScanner.MAX_DEPTH;

  private final XmlScanner scanner;
  private final List<String> containers;
  private final Set<String> pieces;
  private boolean rootChecked;
  private String pieceName = "";
  private @Nullable IOException failure;

  /// @param containers the names of the elements around pieces, the root's first
  /// @param pieces the names of the elements to cut out
  public XmlCutter(LineReader source, List<String> containers, Set<String> pieces) {
    this.scanner = new XmlScanner(source);
    this.containers = containers;
    this.pieces = pieces;
  }

  /// The next piece, or the start tag of a container, as an empty element; null at the end.
  ///
  /// @throws BadSourceException if the document is not well-formed; every later call throws it
  ///   again
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

  /// The name of the element that [#next] returned last.
  public String name() {
    return pieceName;
  }

  /// The name of the innermost open container, in which that element lies.
  public String container() {
    return scanner.innermost();
  }

  private @Nullable Line cut() throws IOException {
    while (scanner.skipText()) {
      Line start = scanner.begin();
      Markup markup = scanner.markup();
      if (markup == Markup.START || markup == Markup.EMPTY) {
        Line piece = element(start, scanner.name(), markup);
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
      Line tag = scanner.text(start, "tag");
      return markup == Markup.START ? emptied(tag) : tag;
    }
    int around = scanner.depth() - 1;
    while (markup != Markup.EMPTY && scanner.depth() > around) {
      scanner.skipText();
      scanner.markup();
    }
    if (!pieces.contains(element)) {
      return null;
    }
    return scanner.tooDeep()
        ? start.withFault("elements nested deeper than " + MAX_DEPTH + " levels")
        : scanner.text(start, "record");
  }

  private void checkRoot(String element) throws IOException {
    if (!rootChecked && !element.equals(containers.getFirst())) {
      throw BadSourceException.malformed(
          "begins with <%s>, not with <%s>".formatted(element, containers.getFirst()));
    }
    rootChecked = true;
  }

  /// A start tag as an empty element.
  private static Line emptied(Line tag) {
    String text = tag.content();
    return tag.fault() == null
        ? new Line(
            tag.number(), tag.byteOffset(), text.substring(0, text.length() - 1) + "/>", null)
        : tag;
  }
}
