package dev.akin.read.format;

import dev.akin.base.Printable;
import dev.akin.paper.Doi;
import dev.akin.paper.Paper;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.value.ArxivLink;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LinkField;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.value.Placeholder;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.RecordId;
import dev.akin.read.value.WorkType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Collects the lines of one RIS record, and makes a paper of them.
final class RisRecord {
  static final int MAX_CHARS = LineReader.MAX_LINE_BYTES;

  /// The title; that of a chapter, a book, a short title, a translated one.
  private static final String[] TITLES = {"TI", "T1", "CT", "BT", "ST", "TT"};

  private final Map<String, List<StringBuilder>> values = new HashMap<>();
  private StringBuilder last = new StringBuilder();
  private @Nullable String fault;
  private int chars;

  void add(RisLine line) {
    Line source = line.line();
    chars += source.content().length() + 1;
    if (source.fault() != null) {
      fault("line " + Printable.count(source.number()) + ": " + source.fault());
    } else if (chars > MAX_CHARS) {
      fault("record of more than " + Printable.count(MAX_CHARS) + " characters");
    } else if (line.tag().isEmpty()) {
      last.append('\n').append(line.value());
    } else {
      last = new StringBuilder(line.value());
      values.computeIfAbsent(line.tag(), _ -> new ArrayList<>()).add(last);
    }
  }

  /// Notes why the record has to be skipped. Only the first reason is kept.
  void fault(String what) {
    fault = fault == null ? what : fault;
  }

  Paper paper() throws BadRecordException {
    if (fault != null) {
      throw new BadRecordException(fault);
    }
    String title = title();
    String doi = doi();
    List<String> authors =
        lines("AU", "A1").map(PersonNames::ofField).flatMap(List::stream).toList();
    PublicationDate date = date();
    return new Paper(
            RecordId.ofWork(doi, title, authors, date),
            title,
            Placeholder.without(first("AB", "N2")),
            authors,
            date,
            lines("KW").map(Keywords::ofField).flatMap(List::stream).distinct().toList(),
            ArxivLink.orElse(url(), first("M1"), "" + doi),
            doi)
        .called(texts("ID", "LB").toArray(String[]::new))
        .published(publication());
  }

  private Publication publication() {
    String type = WorkType.of(first("TY"));
    String ownType = first("M3");
    String serial = texts("SN").collect(Collectors.joining(" "));
    return PublicationFields.clean(
        new Publication(
            type.isEmpty() && CslJson.isType(ownType) ? ownType : type,
            container(),
            first("VL"),
            type.equals("report") ? first("IS", "M1") : first("IS"),
            PublicationFields.pages(first("SP", "C7"), first("EP")),
            first("PB"),
            PublicationFields.isbn(serial),
            PublicationFields.issn(serial)));
  }

  /// The journal or the proceedings; or the book, unless its title is that of the record.
  private String container() {
    String container = first("T2", "JF", "BT", "C3", "JO", "JA");
    return container.equals(first(TITLES)) ? "" : container;
  }

  /// Whether there is nothing of a paper in it, but lines that a database wrote between records.
  boolean isStray() {
    return fault == null && !hasType() && Stream.of(TITLES).noneMatch(values::containsKey);
  }

  boolean hasType() {
    return values.containsKey("TY");
  }

  private String title() throws BadRecordException {
    if (Stream.of(TITLES).noneMatch(values::containsKey)) {
      throw new BadRecordException("title is missing");
    }
    return first(TITLES);
  }

  private @Nullable String doi() {
    return texts("DO", "DI")
        .map(Doi::ofField)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(this::linkedDoi);
  }

  /// A DOI in place of an address.
  private @Nullable String linkedDoi() {
    return raw("UR", "L3", "M3")
        .map(Doi::ofIdentifier)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// The first address; a field may hold one a line.
  private String url() {
    return raw("UR", "L2", "LK")
        .map(LinkField::first)
        .filter(url -> !url.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// The most precise date in the year of the first one.
  private @Nullable PublicationDate date() {
    List<PublicationDate> dates =
        texts("PY", "Y1", "DA").map(LooseDate::of).filter(Objects::nonNull).toList();
    return dates.stream()
        .filter(date -> date.year() == dates.getFirst().year())
        .max(Comparator.comparingInt(date -> date.toString().length()))
        .orElse(null);
  }

  private String first(String... tags) {
    return texts(tags).findFirst().orElse("");
  }

  private Stream<String> texts(String... tags) {
    return raw(tags).map(MarkupText::of).filter(text -> !text.isEmpty());
  }

  /// The lines of fields in which each line is a value.
  private Stream<String> lines(String... tags) {
    return raw(tags).flatMap(String::lines).map(MarkupText::of).filter(text -> !text.isEmpty());
  }

  private Stream<String> raw(String... tags) {
    return Stream.of(tags)
        .flatMap(tag -> values.getOrDefault(tag, List.of()).stream())
        .map(StringBuilder::toString);
  }
}
