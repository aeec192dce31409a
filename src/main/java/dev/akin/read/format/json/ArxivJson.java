package dev.akin.read.format.json;

import dev.akin.base.Printable;
import dev.akin.paper.Doi;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.latex.LatexText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.ArxivAuthors;
import dev.akin.read.value.JournalReference;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a paper from an object of arXiv's metadata snapshot.
///
/// @hidden public for its own room only
public final class ArxivJson {
  /// The keys that are read.
  public static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "abstract",
          "authors",
          "authors_parsed",
          "versions",
          "update_date",
          "categories",
          "doi",
          "journal-ref");

  private ArxivJson() {}

  /// The paper in an object.
  public static Paper paper(JsonRecord values) throws BadRecordException {
    PaperId id = values.id();
    return new Paper(
            id,
            values.required("title"),
            values.text("abstract"),
            authors(values),
            date(values),
            categories(values),
            "https://arxiv.org/abs/" + id,
            Doi.ofField(values.text("doi")))
        .published(JournalReference.of(withoutLatex(values.text("journal-ref"))));
  }

  private static List<String> authors(JsonRecord values) throws BadRecordException {
    List<String> parsed = values.lists("authors_parsed").stream().map(ArxivAuthors::join).toList();
    List<String> names = parsed.isEmpty() ? ArxivAuthors.split(values.text("authors")) : parsed;
    return names.stream().map(ArxivJson::withoutLatex).filter(name -> !name.isEmpty()).toList();
  }

  private static String withoutLatex(String text) {
    boolean isPlain = text.indexOf('\\') < 0 && text.indexOf('{') < 0 && text.indexOf('~') < 0;
    return isPlain ? text : LatexText.of(text);
  }

  private static List<String> categories(JsonRecord values) throws BadRecordException {
    String categories = values.text("categories");
    return categories.isEmpty() ? List.of() : List.of(categories.split(" "));
  }

  private static @Nullable PublicationDate date(JsonRecord values) throws BadRecordException {
    List<JsonRecord> versions = values.records("versions");
    String created = versions.isEmpty() ? "" : versions.getFirst().text("created");
    return created.isEmpty() ? values.date("update_date") : day(created);
  }

  private static PublicationDate day(String created) throws BadRecordException {
    try {
      return PublicationDate.of(
          ZonedDateTime.parse(created, DateTimeFormatter.RFC_1123_DATE_TIME)
              .withZoneSameInstant(ZoneOffset.UTC)
              .toLocalDate());
    } catch (DateTimeException | IllegalArgumentException _) {
      throw new BadRecordException("created is not a date but " + Printable.quote(created));
    }
  }
}
