package dev.akin.read.format.json;

import dev.akin.base.Printable;
import dev.akin.paper.Doi;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.Placeholder;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.RecordId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a paper from an object of akin's own JSON, also as `akin export --records` writes it.
///
/// @hidden public for its own room only
public final class AkinJson {
  /// The keys that are read.
  public static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "abstract",
          "authors",
          "date",
          "year",
          "categories",
          "url",
          "doi",
          "language",
          "names",
          "publication",
          "source",
          "collections",
          "access",
          "embargoEnd",
          "written");

  /// The keys of these that arXiv's snapshot does not have.
  public static final Set<String> OWN_KEYS = Set.of("date", "year", "url");

  private static final Pattern LANGUAGE_CODE = Pattern.compile("[a-z]{2}");

  private AkinJson() {}

  /// The paper in an object.
  public static Paper paper(JsonRecord values) throws BadRecordException {
    String title = values.required("title");
    String doi = Doi.ofField(values.text("doi"));
    List<String> authors = Placeholder.without(values.texts("authors"));
    PublicationDate date = date(values);
    Paper paper =
        new Paper(
                values.isWithoutId() ? RecordId.ofWork(doi, title, authors, date) : values.id(),
                title,
                Placeholder.without(values.text("abstract")),
                authors,
                date,
                values.texts("categories"),
                values.textOrNull("url"),
                doi)
            .called(values.texts("names").toArray(String[]::new))
            .inLanguage(language(values.loose("language")))
            .published(publication(values.node("publication")))
            .held(holding(values));
    return written(paper, values.node("written"));
  }

  private static @Nullable PublicationDate date(JsonRecord values) throws BadRecordException {
    PublicationDate year = values.year("year");
    PublicationDate date = values.date("date");
    return date == null ? year : date;
  }

  /// A code as akin writes it. What others write for a language is left to the text.
  private static @Nullable String language(String code) {
    return LANGUAGE_CODE.matcher(code).matches() ? code : null;
  }

  private static Publication publication(JsonNode node) {
    if (!node.isObject()) {
      return Publication.UNKNOWN;
    }
    List<String> values =
        Publication.KEYS.stream().map(key -> JsonRecord.loose(node.path(key))).toList();
    return PublicationFields.clean(Publication.of(values));
  }

  private static Holding holding(JsonRecord values) throws BadRecordException {
    return new Holding(
        values.text("source"),
        values.texts("collections"),
        access(values.text("access")),
        values.date("embargoEnd"));
  }

  private static Holding.AccessRight access(String name) throws BadRecordException {
    String label = name.toLowerCase(Locale.ROOT).replace('_', '-');
    try {
      return label.isEmpty() || label.equals(Holding.AccessRight.UNKNOWN.label())
          ? Holding.AccessRight.UNKNOWN
          : Holding.AccessRight.labelled(label);
    } catch (IllegalArgumentException e) {
      throw new BadRecordException("access " + e.getMessage() + ", not " + Printable.quote(name));
    }
  }

  /// The paper with the texts from which its title and abstract were made.
  private static Paper written(Paper paper, JsonNode written) {
    return written.isObject()
        ? paper.writtenAs(
            new Paper.Written(original(written, "title"), original(written, "abstract")))
        : paper;
  }

  private static String original(JsonNode written, String key) {
    return PlainText.of(written.path(key).asString(""));
  }
}
