package dev.akin.harvest;

import dev.akin.base.Printable;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.BadSourceException;
import dev.akin.read.record.CountingStream;
import dev.akin.read.record.GzipStream;
import dev.akin.read.record.LimitedStream;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.ReadException;
import dev.akin.read.xml.XmlCutter;
import dev.akin.read.xml.XmlNode;
import dev.akin.read.xml.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What surrounds the items of an answer of OAI-PMH, which may be one page of several.
///
/// @param items how many items it has
/// @param token to ask for the page after this one; absent on the last page
/// @param responseDate as the server wrote it; empty if it wrote none
record OaiAnswer(long items, @Nullable String token, String responseDate) {
  /// The largest page, in bytes after unpacking.
  static final long MAX_BYTES = 64L << 20;

  /// What a server can be asked for.
  enum Verb {
    IDENTIFY("Identify", "Identify"),
    LIST_RECORDS("ListRecords", "record"),
    LIST_IDENTIFIERS("ListIdentifiers", "header"),
    LIST_SETS("ListSets", "set");

    final String label;
    private final String item;

    Verb(String label, String item) {
      this.label = label;
      this.item = item;
    }

    private List<String> containers() {
      return this == IDENTIFY ? List.of("OAI-PMH") : List.of("OAI-PMH", label);
    }
  }

  /// Takes an item of an answer.
  @FunctionalInterface
  interface Items {
    void take(XmlText xml, Line item) throws IOException;
  }

  /// Reads an answer.
  ///
  /// @param body of the answer; not closed
  /// @throws ReadException if it is no answer to this verb, or an error
  /// @throws IOException if the connection breaks
  static OaiAnswer read(URI url, Verb verb, InputStream body, Items items) throws IOException {
    Reader reader = new Reader(url.toString(), verb, body, items);
    try {
      return reader.read();
    } catch (BadSourceException e) {
      throw reader.broken(e);
    }
  }

  private static final class Reader {
    private final String url;
    private final Verb verb;
    private final Items items;
    private final LineReader lines;
    private final XmlCutter pieces;
    private final XmlText xml = new XmlText();
    private long count;
    private boolean answered;
    private @Nullable String token;
    private String responseDate = "";

    Reader(String url, Verb verb, InputStream body, Items items) throws IOException {
      this.url = url;
      this.verb = verb;
      this.items = items;
      InputStream unpacked = GzipStream.unpack(new CountingStream(body));
      this.lines = new LineReader(new LimitedStream(unpacked, MAX_BYTES));
      this.pieces =
          new XmlCutter(
              lines,
              verb.containers(),
              Set.of("responseDate", "error", "resumptionToken", verb.item));
    }

    OaiAnswer read() throws IOException {
      for (Line piece = pieces.next(); piece != null; piece = pieces.next()) {
        take(piece);
      }
      if (!answered) {
        throw BadSourceException.server("has no records and does not say why");
      }
      return new OaiAnswer(count, token, responseDate);
    }

    private void take(Line piece) throws IOException {
      String name = pieces.name();
      answered |= name.equals(verb.label);
      switch (name) {
        case "responseDate" -> responseDate = element(piece).text().strip();
        case "resumptionToken" -> {
          String text = element(piece).text().strip();
          token = text.isEmpty() ? null : text;
        }
        case "error" -> error(element(piece));
        default -> {
          if (name.equals(verb.item)) {
            count++;
            items.take(xml, piece);
          }
        }
      }
    }

    /// An element that the harvest cannot go on without.
    private XmlNode.Element element(Line piece) throws IOException {
      try {
        return xml.parse(piece);
      } catch (BadRecordException e) {
        throw BadSourceException.cut(pieces.name() + " cannot be read: " + e.what());
      }
    }

    private void error(XmlNode.Element error) {
      answered = true;
      String code = error.attribute("code");
      String what =
          "the server answers with %s: %s"
              .formatted(Printable.of(code), Printable.quote(error.text().strip()));
      switch (code) {
        case "noRecordsMatch" -> {}
        case "badResumptionToken" -> throw new ExpiredTokenException(url, what);
        default -> throw ReadException.server(url, what);
      }
    }

    ReadException broken(BadSourceException e) {
      return ReadException.reading(url, e, count, lines.byteOffset());
    }
  }
}
