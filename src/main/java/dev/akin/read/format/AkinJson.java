package dev.akin.read.format;

import dev.akin.paper.Doi;
import dev.akin.paper.Paper;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.Placeholder;
import dev.akin.read.value.RecordId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a paper from an object of akin's own JSON.
///
/// @hidden public for its own room only
public final class AkinJson {
  /// The keys that are read.
  public static final Set<String> KEYS =
      Set.of("id", "title", "abstract", "authors", "date", "year", "categories", "url", "doi");

  /// The keys of these that arXiv's snapshot does not have.
  public static final Set<String> OWN_KEYS = Set.of("date", "year", "url");

  private AkinJson() {}

  /// The paper in an object.
  public static Paper paper(JsonRecord values) throws BadRecordException {
    String title = values.required("title");
    String doi = Doi.ofField(values.text("doi"));
    List<String> authors =
        values.texts("authors").stream().filter(author -> !Placeholder.is(author)).toList();
    PublicationDate date = date(values);
    return new Paper(
        values.isWithoutId() ? RecordId.ofWork(doi, title, authors, date) : values.id(),
        title,
        Placeholder.without(values.text("abstract")),
        authors,
        date,
        values.texts("categories"),
        values.textOrNull("url"),
        doi);
  }

  private static @Nullable PublicationDate date(JsonRecord values) throws BadRecordException {
    PublicationDate year = values.year("year");
    PublicationDate date = values.date("date");
    return date == null ? year : date;
  }
}
