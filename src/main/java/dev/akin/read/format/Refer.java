package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.ArxivLink;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.RecordId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a paper from a record of EndNote in the format of refer.
///
/// @hidden public for its own room only
public final class Refer {
  private Refer() {}

  /// The paper in a record.
  public static Paper paper(TaggedRecord record) throws BadRecordException {
    String title = record.title("%T", "%!");
    String doi = doi(record);
    List<String> authors = record.names("%A").toList();
    PublicationDate date = date(record);
    return new Paper(
            RecordId.ofWork(doi, title, authors, date),
            title,
            record.first("%X"),
            authors,
            date,
            Keywords.of(record.lines("%K").collect(Collectors.joining("\n"))),
            ArxivLink.orElse(
                record.url("%U"), record.first("%R"), record.first("%M"), record.first("%N")),
            doi)
        .called(record.first("%F"), record.first("%M"))
        .published(publication(record));
  }

  private static @Nullable String doi(TaggedRecord record) {
    String doi = record.doi("%R");
    return doi == null ? record.linkedDoi("%U", "%M") : doi;
  }

  /// The date, which may lack its year, in that of the year.
  private static @Nullable PublicationDate date(TaggedRecord record) {
    PublicationDate date = LooseDate.of(record.first("%8"));
    return date == null
        ? LooseDate.of((record.first("%D") + " " + record.first("%8")).strip())
        : date;
  }

  private static Publication publication(TaggedRecord record) {
    String number = record.first("%@");
    boolean isIssn = number.replaceAll("[^0-9Xx]", "").length() == 8;
    return PublicationFields.clean(
        new Publication(
            type(record.first("%0")),
            record.first("%J", "%B"),
            record.text("%V"),
            record.text("%N"),
            record.text("%P"),
            record.first("%I"),
            isIssn ? "" : number,
            isIssn ? number : ""));
  }

  private static String type(String type) {
    return switch (type) {
      case "Journal Article", "Magazine Article", "Newspaper Article", "Electronic Article" ->
          "article-journal";
      case "Conference Paper", "Conference Proceedings" -> "paper-conference";
      case "Book Section", "Electronic Book Section" -> "chapter";
      case "Book", "Edited Book", "Electronic Book" -> "book";
      case "Thesis" -> "thesis";
      case "Report", "Government Document" -> "report";
      default -> "";
    };
  }
}
