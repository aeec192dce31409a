package dev.akin.read.format.json;

import dev.akin.paper.Doi;
import dev.akin.paper.Paper;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.ArxivLink;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.value.Placeholder;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.RecordId;
import dev.akin.read.value.WorkType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a paper from an item of CSL's JSON. A number may stand where a string should, and a date
/// or a name that makes no sense is left out. Crossref's works are such items, with lists of titles
/// and subjects, and `name` for the name of a group.
///
/// @hidden public for its own room only
public final class CslJson {
  /// The keys that are read.
  public static final Set<String> KEYS =
      Set.of(
          "id",
          "citation-key",
          "type",
          "title",
          "subtitle",
          "abstract",
          "author",
          "issued",
          "keyword",
          "categories",
          "subject",
          "URL",
          "url",
          "DOI",
          "doi",
          "number",
          "note",
          "container-title",
          "volume",
          "issue",
          "page",
          "article-number",
          "publisher",
          "ISBN",
          "ISSN");

  /// Keys of which each item has at least one, and that no other format uses.
  public static final Set<String> OWN_KEYS =
      Set.of("author", "issued", "accessed", "DOI", "URL", "container-title", "citation-key");

  /// The types of items.
  private static final Set<String> TYPES =
      Set.of(
          "article",
          "article-journal",
          "article-magazine",
          "article-newspaper",
          "bill",
          "book",
          "broadcast",
          "chapter",
          "classic",
          "collection",
          "dataset",
          "document",
          "entry",
          "entry-dictionary",
          "entry-encyclopedia",
          "event",
          "figure",
          "graphic",
          "hearing",
          "interview",
          "legal_case",
          "legislation",
          "manuscript",
          "map",
          "motion_picture",
          "musical_score",
          "pamphlet",
          "paper-conference",
          "patent",
          "performance",
          "periodical",
          "personal_communication",
          "post",
          "post-weblog",
          "regulation",
          "report",
          "review",
          "review-book",
          "software",
          "song",
          "speech",
          "standard",
          "thesis",
          "treaty",
          "webpage");

  private CslJson() {}

  /// Whether `type` is one that items of CSL have.
  public static boolean isType(String type) {
    return TYPES.contains(type);
  }

  /// The paper in an item.
  public static Paper paper(JsonRecord values) throws BadRecordException {
    String title = Placeholder.withoutTitle(title(values));
    String doi = Doi.ofField(values.first("DOI", "doi"));
    List<String> authors = authors(values.node("author"));
    PublicationDate date = date(values.node("issued"));
    return new Paper(
            RecordId.ofWork(doi, title, authors, date),
            title,
            Placeholder.without(values.first("abstract")),
            authors,
            date,
            categories(values),
            ArxivLink.orElse(
                Placeholder.without(values.first("URL", "url")),
                values.loose("number"),
                values.loose("note"),
                "" + doi),
            doi)
        .called(values.loose("id"), values.loose("citation-key"))
        .published(publication(values));
  }

  private static Publication publication(JsonRecord values) throws BadRecordException {
    String type = values.loose("type");
    boolean known = isType(type) && !type.equals("document"); // that says nothing
    return PublicationFields.clean(
        new Publication(
            known ? type : WorkType.of(type),
            values.first("container-title"),
            values.first("volume"),
            values.first("issue", "number"),
            values.first("page", "article-number"),
            values.first("publisher"),
            all(values.node("ISBN")),
            all(values.node("ISSN"))));
  }

  private static String all(JsonNode node) {
    return node.isArray()
        ? node.valueStream().map(JsonRecord::loose).collect(Collectors.joining(", "))
        : JsonRecord.loose(node);
  }

  /// Crossref has a list of titles, and a list of subtitles.
  private static String title(JsonRecord values) throws BadRecordException {
    return values.node("title").isArray()
        ? Stream.of("title", "subtitle")
            .flatMap(key -> values.node(key).valueStream().limit(1))
            .map(JsonRecord::loose)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(": "))
        : values.node("title").isNumber() ? values.loose("title") : values.required("title");
  }

  private static List<String> authors(JsonNode authors) {
    if (authors.isString()) {
      return PersonNames.ofList(JsonRecord.loose(authors));
    }
    return (authors.isObject() ? Stream.of(authors) : authors.valueStream())
        .map(CslJson::name)
        .filter(name -> !PersonNames.isNone(name))
        .toList();
  }

  private static String name(JsonNode name) {
    return name.isString()
        ? PersonNames.of(JsonRecord.loose(name))
        : Stream.of(
                "literal",
                "name",
                "given",
                "firstName",
                "dropping-particle",
                "non-dropping-particle",
                "family",
                "lastName",
                "suffix")
            .map(part -> JsonRecord.loose(name.path(part)))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
  }

  /// Some write a date as a text, as a list of dates, or its parts without the list around them.
  private static @Nullable PublicationDate date(JsonNode issued) {
    JsonNode date = issued.isArray() ? issued.path(0) : issued;
    JsonNode ranges = date.path("date-parts");
    JsonNode parts = ranges.path(0).isArray() ? ranges.path(0) : ranges;
    if (!parts.isEmpty()) {
      return LooseDate.of(part(parts.path(0)), part(parts.path(1)), part(parts.path(2)));
    }
    return date.has("year")
        ? LooseDate.of(part(date.path("year")), part(date.path("month")), part(date.path("day")))
        : LooseDate.of(
            Stream.of(date, date.path("raw"), date.path("literal"), date.path("edtf"))
                .map(JsonRecord::loose)
                .collect(Collectors.joining(" ")));
  }

  private static String part(JsonNode part) {
    return part.isFloat() || part.isDouble()
        ? Long.toString((long) part.doubleValue())
        : JsonRecord.loose(part);
  }

  private static List<String> categories(JsonRecord values) throws BadRecordException {
    String keyword = values.node("keyword").isArray() ? "" : values.first("keyword");
    return keyword.isEmpty()
        ? values.texts(
            Stream.of("keyword", "subject")
                .filter(key -> values.node(key).isArray())
                .findFirst()
                .orElse("categories"))
        : Keywords.of(keyword);
  }
}
