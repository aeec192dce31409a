package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.format.json.CslJson;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.ArxivLink;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.Placeholder;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.RecordId;
import dev.akin.read.value.WorkType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a paper from a record of RIS.
///
/// @hidden public for its own room only
public final class Ris {
  /// The title; that of a chapter, a book, a short title, a translated one.
  private static final String[] TITLES = {"TI", "T1", "CT", "BT", "ST", "TT"};

  /// How the sections of an abstract begin.
  private static final Pattern SECTION =
      Pattern.compile(
          "(?i)(?:background|introduction|context|objectives?|aims?|purpose|design|setting|materials"
              + "|methods?|results?|findings|discussion|conclusions?)(?!\\p{L}).*");

  private Ris() {}

  /// The paper in a record.
  public static Paper paper(TaggedRecord record) throws BadRecordException {
    String title = record.title(TITLES);
    String doi = doi(record);
    List<String> authors = record.names("AU", "A1").distinct().toList();
    PublicationDate date = date(record);
    return new Paper(
            RecordId.ofWork(doi, title, authors, date),
            title,
            abstractText(record),
            authors,
            date,
            record.lines("KW").flatMap(line -> Keywords.ofField(line).stream()).distinct().toList(),
            ArxivLink.orElse(record.url("UR", "L2", "LK"), record.first("M1"), "" + doi),
            doi)
        .called(names(record))
        .published(publication(record));
  }

  static boolean hasTitle(TaggedRecord record) {
    return Stream.of(TITLES).anyMatch(record::has);
  }

  /// The abstract. Several are one in several languages, unless they are its sections.
  private static String abstractText(TaggedRecord record) {
    List<String> parts = record.texts("AB").toList();
    return parts.size() > 1 && parts.stream().allMatch(part -> SECTION.matcher(part).matches())
        ? String.join(" ", parts)
        : parts.stream()
            .filter(part -> !Placeholder.is(part))
            .findFirst()
            .orElseGet(() -> record.first("N2"));
  }

  /// Some publishers write the DOI as an address, and Ovid writes it as the record's id.
  private static @Nullable String doi(TaggedRecord record) {
    String doi = record.doi("DO", "DI");
    return doi == null ? record.linkedDoi("UR", "L3", "M3", "LK", "L2", "ID") : doi;
  }

  /// The most precise date in the year of the first one. That of the issue may lack its year.
  private static @Nullable PublicationDate date(TaggedRecord record) {
    String year = record.first("PY", "Y1");
    List<PublicationDate> dates =
        record
            .texts("PY", "Y1", "DA")
            .map(date -> date(date, year))
            .filter(Objects::nonNull)
            .toList();
    return dates.stream()
        .filter(date -> date.year() == dates.getFirst().year())
        .max(Comparator.comparingInt(date -> date.toString().length()))
        .orElse(null);
  }

  private static @Nullable PublicationDate date(String text, String year) {
    PublicationDate date = LooseDate.of(text);
    return date == null ? LooseDate.of(year + " " + text) : date;
  }

  /// What its library calls it.
  private static String[] names(TaggedRecord record) {
    return record.texts("ID", "LB").filter(name -> !Placeholder.isId(name)).toArray(String[]::new);
  }

  private static Publication publication(TaggedRecord record) {
    String type = WorkType.of(record.first("TY"));
    String ownType = record.first("M3");
    String serial = record.texts("SN").collect(Collectors.joining(" "));
    return PublicationFields.clean(
        new Publication(
            type.isEmpty() && CslJson.isType(ownType) ? ownType : type,
            container(record),
            record.text("VL"),
            type.equals("report") ? record.text("IS", "M1") : record.text("IS"),
            PublicationFields.pages(record.text("SP", "C7"), record.text("EP")),
            record.first("PB"),
            PublicationFields.isbn(serial),
            PublicationFields.issn(serial)));
  }

  /// The journal or the proceedings; or the book, unless its title is that of the record.
  private static String container(TaggedRecord record) {
    String container = record.first("T2", "JF", "BT", "C3", "JO", "JA");
    return container.equals(record.first(TITLES)) ? "" : container;
  }
}
