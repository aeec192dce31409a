package dev.akin.harvest;

import dev.akin.paper.PaperId;
import dev.akin.read.PaperOrigin;
import dev.akin.read.Problem;
import dev.akin.read.latex.LatexText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.ReadException;
import dev.akin.read.xml.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page, and what is wrong with its records.
///
/// @param problems one for each record that was skipped
/// @param records the number of its records, including those that are deleted or were skipped
record OaiPage(HarvestPage page, List<Problem> problems, long records) {
  private static final Pattern IDENTIFIER =
      Pattern.compile("<identifier>([^<]{1,512})</identifier>");

  /// Reads a page.
  ///
  /// @param prefix the form of the metadata, as in [HarvestRequest]
  /// @param body of the answer; not closed
  /// @throws ReadException if it is not a page of OAI-PMH, or an error that ends the harvest
  /// @throws IOException if the connection breaks
  static OaiPage read(URI url, String prefix, InputStream body) throws IOException {
    Records records = new Records(url.toString(), prefix);
    OaiAnswer answer = OaiAnswer.read(url, OaiAnswer.Verb.LIST_RECORDS, body, records::take);
    return new OaiPage(
        new HarvestPage(records.papers, records.deleted, answer.token(), answer.responseDate()),
        records.problems,
        answer.items());
  }

  private static final class Records {
    private final String url;
    private final String prefix;
    private final List<HarvestedPaper> papers = new ArrayList<>();
    private final List<PaperId> deleted = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Records(String url, String prefix) {
      this.url = url;
      this.prefix = prefix;
    }

    private void take(XmlText xml, Line piece) throws IOException {
      try {
        OaiRecord record = OaiRecord.of(xml.parseRepaired(piece), prefix);
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
  }
}
