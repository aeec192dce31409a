package dev.akin.read.format;

import dev.akin.paper.Doi;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.Placeholder;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.RecordId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a paper from a record of PubMed in MEDLINE's format.
///
/// @hidden public for its own room only
public final class Medline {
  private static final String OF_DOI = "[doi]";

  private Medline() {}

  /// The paper in a record.
  public static Paper paper(TaggedRecord record) throws BadRecordException {
    String pmid = record.first("PMID");
    String title = record.title("TI", "BTI", "TT");
    String doi = doi(record);
    List<String> authors =
        Stream.concat(record.names(record.has("FAU") ? "FAU" : "AU"), record.texts("CN")).toList();
    PublicationDate date = date(record);
    return new Paper(
            id(pmid, doi, title, authors, date),
            title,
            record.first("AB", "OAB"),
            authors,
            date,
            Stream.concat(record.texts("OT"), record.texts("MH").map(Medline::withoutQualifier))
                .map(keyword -> keyword.replace("*", "").strip())
                .filter(keyword -> !Placeholder.is(keyword))
                .distinct()
                .toList(),
            url(pmid),
            doi)
        .called(record.first("PMC"), record.first("OID"))
        .published(publication(record));
  }

  /// The id of a paper with a number of PubMed; without one it is made.
  static PaperId id(
      String pmid,
      @Nullable String doi,
      String title,
      List<String> authors,
      @Nullable PublicationDate date)
      throws BadRecordException {
    return Placeholder.is(pmid)
        ? RecordId.ofWork(doi, title, authors, date)
        : RecordId.of("pmid:" + pmid);
  }

  /// The page of a paper with a number of PubMed.
  static @Nullable String url(String pmid) {
    return Placeholder.is(pmid) ? null : "https://pubmed.ncbi.nlm.nih.gov/" + pmid + "/";
  }

  private static @Nullable String doi(TaggedRecord record) {
    return Stream.concat(
            record.texts("LID", "AID").filter(id -> id.endsWith(OF_DOI)).map(Doi::ofField),
            record.texts("AID", "SO").map(Doi::ofIdentifier))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable PublicationDate date(TaggedRecord record) {
    return record
        .texts("DP", "DEP", "EDAT")
        .map(LooseDate::of)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// `Sleep` of `Sleep/*physiology`.
  private static String withoutQualifier(String heading) {
    int qualifier = heading.indexOf('/');
    return qualifier < 0 ? heading : heading.substring(0, qualifier);
  }

  private static Publication publication(TaggedRecord record) {
    boolean inJournal = record.has("JT") || record.has("TA");
    return PublicationFields.clean(
        new Publication(
            inJournal ? "article-journal" : record.has("BTI") ? "book" : "",
            record.first("JT", "TA", "BTI"),
            record.text("VI"),
            record.text("IP"),
            record.text("PG"),
            record.first("PB"),
            beforeBracket(record.first("ISBN")),
            beforeBracket(record.first("IS"))));
  }

  private static String beforeBracket(String number) {
    int bracket = number.indexOf('(');
    return bracket < 0 ? number : number.substring(0, bracket).strip();
  }
}
