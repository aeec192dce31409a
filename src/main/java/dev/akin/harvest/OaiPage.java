package dev.akin.harvest;

import dev.akin.base.Printable;
import dev.akin.paper.PaperId;
import dev.akin.read.PaperOrigin;
import dev.akin.read.Problem;
import dev.akin.read.latex.LatexText;
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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page, and what is wrong with its records.
///
/// @param problems one for each record that was skipped
/// @param records the number of its records, including those that are deleted or were skipped
record OaiPage(HarvestPage page, List<Problem> problems, long records) {
  /// The largest page, in bytes after unpacking.
  static final long MAX_BYTES = 64L << 20;

  private static final Pattern IDENTIFIER =
      Pattern.compile("<identifier>([^<]{1,512})</identifier>");

  /// Reads a page.
  ///
  /// @param prefix the form of the metadata, as in [HarvestRequest]
  /// @param body of the answer; not closed
  /// @throws ReadException if it is not a page of OAI-PMH, or an error that ends the harvest
  /// @throws IOException if the connection breaks
  static OaiPage read(URI url, String prefix, InputStream body) throws IOException {
    Reader reader = new Reader(url.toString(), prefix, body);
    try {
      return reader.read();
    } catch (BadSourceException e) {
      throw reader.broken(e);
    }
  }

  private static final class Reader {
    private final String url;
    private final String prefix;
    private final LineReader lines;
    private final XmlCutter pieces;
    private final XmlText xml = new XmlText();

    private final List<HarvestedPaper> papers = new ArrayList<>();
    private final List<PaperId> deleted = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long records;
    private boolean answered;
    private @Nullable String token;
    private String responseDate = "";

    Reader(String url, String prefix, InputStream body) throws IOException {
      this.url = url;
      this.prefix = prefix;
      InputStream unpacked = GzipStream.unpack(new CountingStream(body));
      this.lines = new LineReader(new LimitedStream(unpacked, MAX_BYTES));
      this.pieces = new XmlCutter(lines, OaiRecord.CONTAINERS, OaiRecord.PIECES);
    }

    OaiPage read() throws IOException {
      for (Line piece = pieces.next(); piece != null; piece = pieces.next()) {
        take(piece);
      }
      if (!answered) {
        throw BadSourceException.server("has no records and does not say why");
      }
      return new OaiPage(new HarvestPage(papers, deleted, token, responseDate), problems, records);
    }

    private void take(Line piece) throws IOException {
      switch (pieces.name()) {
        case "OAI-PMH" -> {}
        case "ListRecords" -> answered = true;
        case "responseDate" -> responseDate = element(piece).text().strip();
        case "resumptionToken" -> {
          String text = element(piece).text().strip();
          token = text.isEmpty() ? null : text;
        }
        case "error" -> error(element(piece));
        default -> record(piece);
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

    private void record(Line piece) {
      records++;
      try {
        OaiRecord record = OaiRecord.of(xml.parse(piece), prefix);
        if (record.deleted()) {
          deleted.add(record.id());
        } else {
          papers.add(
              new HarvestedPaper(
                  LatexText.mixed(record.paper()),
                  new PaperOrigin(url, piece.number(), piece.byteOffset())));
        }
      } catch (BadRecordException e) {
        problems.add(new Problem(url, piece.number(), piece.byteOffset(), named(piece, e.what())));
      }
    }

    /// The page may no longer exist when somebody looks at the problem. The identifier is still
    /// valid.
    private static String named(Line piece, String what) {
      Matcher identifier = IDENTIFIER.matcher(piece.content());
      return identifier.find() ? identifier.group(1).strip() + ": " + what : what;
    }

    ReadException broken(BadSourceException e) {
      return ReadException.reading(url, e, records, lines.byteOffset());
    }
  }
}
