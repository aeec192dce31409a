package dev.akin.harvest;

import dev.akin.base.Printable;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.xml.XmlNode;
import dev.akin.read.xml.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a server says about itself.
///
/// @param name of the repository, on one printable line; empty if it says none
/// @param earliest the datestamp of its oldest record, as the server wrote it; empty if it says
///   none
/// @param granularity of its datestamps
/// @param deletions whether it tells which records were deleted
public record Repository(
    String name, String earliest, Granularity granularity, Deletions deletions) {
  /// How exact the datestamps of a server are.
  public enum Granularity {
    DAY,
    SECOND
  }

  /// Whether a server tells which records were deleted.
  public enum Deletions {
    /// Never.
    NO,
    /// Only for some time.
    TRANSIENT,
    /// Always.
    PERSISTENT
  }

  /// Reads the answer to `Identify`.
  ///
  /// @throws IOException if the connection breaks
  /// @throws dev.akin.read.record.ReadException if it is something else
  static Repository read(URI url, InputStream body) throws IOException {
    List<Repository> found = new ArrayList<>();
    OaiAnswer.read(url, OaiAnswer.Verb.IDENTIFY, body, (xml, item) -> found.add(of(xml, item)));
    return found.isEmpty() ? UNKNOWN : found.getFirst();
  }

  private static final Repository UNKNOWN =
      new Repository("", "", Granularity.DAY, Deletions.PERSISTENT);

  /// Of a server that says something that akin cannot read, the most harmless is assumed.
  private static Repository of(XmlText xml, Line item) {
    try {
      XmlNode.Element values = xml.parse(item);
      return new Repository(
          Printable.of(values.text("repositoryName").strip()),
          Printable.of(values.text("earliestDatestamp").strip()),
          values.text("granularity").strip().toLowerCase(Locale.ROOT).endsWith("z")
              ? Granularity.SECOND
              : Granularity.DAY,
          switch (values.text("deletedRecord").strip().toLowerCase(Locale.ROOT)) {
            case "no" -> Deletions.NO;
            case "transient" -> Deletions.TRANSIENT;
            default -> Deletions.PERSISTENT;
          });
    } catch (BadRecordException _) {
      return UNKNOWN;
    }
  }
}
