package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.RecordId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a paper from a record of Web of Science.
///
/// @hidden public for its own room only
public final class WebOfScience {
  private WebOfScience() {}

  /// The paper in a record.
  public static Paper paper(TaggedRecord record) throws BadRecordException {
    String id = record.first("UT");
    String title = record.title("TI");
    String doi = record.doi("DI", "D2");
    List<String> authors =
        Stream.concat(record.names(record.has("AF") ? "AF" : "AU"), record.texts("CA")).toList();
    PublicationDate date = LooseDate.of(record.first("PY") + " " + record.first("PD"));
    String pmid = record.first("PM");
    return new Paper(
            id.isEmpty() ? RecordId.ofWork(doi, title, authors, date) : RecordId.of(id),
            title,
            record.first("AB"),
            authors,
            date,
            record.keywords("DE", "ID").distinct().toList(),
            null,
            doi)
        .called(pmid.isEmpty() ? "" : "pmid:" + pmid)
        .published(publication(record));
  }

  private static Publication publication(TaggedRecord record) {
    String pages =
        Stream.of("BP", "EP")
            .map(record::text)
            .filter(page -> !page.isEmpty())
            .collect(Collectors.joining("-"));
    return PublicationFields.clean(
        new Publication(
            type(record),
            record.first("SO"),
            record.text("VL"),
            record.text("IS"),
            pages.isEmpty() ? record.first("AR") : pages,
            record.first("PU"),
            record.first("BN"),
            record.first("SN", "EI")));
  }

  private static String type(TaggedRecord record) {
    if (record.has("CT")) {
      return "paper-conference";
    }
    return switch (record.first("PT")) {
      case "J" -> "article-journal";
      case "B", "S" -> record.has("SO") ? "chapter" : "book";
      case "P" -> "patent";
      default -> "";
    };
  }
}
