package dev.akin.harvest;

import dev.akin.base.Printable;
import dev.akin.paper.PaperId;
import dev.akin.read.Problem;
import dev.akin.read.latex.LatexText;
import dev.akin.read.record.BadSourceException;
import dev.akin.read.record.CountingStream;
import dev.akin.read.record.GzipStream;
import dev.akin.read.record.LimitedStream;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.ReadException;
import dev.akin.read.record.Refusal;
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

/// A page and what was wrong with records of it.
///
/// @param records how many it had, those included that were refused or are deleted
record OaiPage(HarvestPage page, List<Problem> problems, long records) {
  static final long MAX_BYTES = 64L << 20;

  private static final Pattern IDENTIFIER =
      Pattern.compile("<identifier>([^<]{1,512})</identifier>");

  /// @param body of the answer, not closed
  /// @throws ReadException if it is not such a page or an error that ends the harvest
  /// @throws IOException if it breaks off
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
        throw BadSourceException.server("has neither records nor says why there are none");
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

    /// Of these there is one, and the harvest goes wrong without it.
    private XmlNode.Element element(Line piece) throws IOException {
      try {
        return xml.parse(piece);
      } catch (Refusal refusal) {
        throw BadSourceException.cut(pieces.name() + " cannot be read: " + refusal.what());
      }
    }

    private void error(XmlNode.Element error) {
      answered = true;
      String code = error.attribute("code");
      String words = code + ": " + Printable.quote(error.text().strip());
      String what = Printable.of("the server answers with " + words);
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
                  LatexText.mixed(record.paper()), url, piece.number(), piece.byteOffset()));
        }
      } catch (Refusal refusal) {
        problems.add(
            new Problem(url, piece.number(), piece.byteOffset(), named(piece, refusal.what())));
      }
    }

    /// A page may be gone when somebody looks: its server still knows the record by this.
    private static String named(Line piece, String what) {
      Matcher identifier = IDENTIFIER.matcher(piece.content());
      return identifier.find() ? identifier.group(1).strip() + ": " + what : what;
    }

    ReadException broken(BadSourceException e) {
      return ReadException.reading(url, e, records, lines.byteOffset());
    }
  }
}
