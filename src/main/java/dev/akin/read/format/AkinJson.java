package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.Doi;
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
    return new Paper(
        values.id(),
        values.required("title"),
        values.text("abstract"),
        values.texts("authors"),
        date(values),
        values.texts("categories"),
        values.textOrNull("url"),
        Doi.ofField(values.text("doi")));
  }

  private static @Nullable PublicationDate date(JsonRecord values) throws BadRecordException {
    PublicationDate year = values.year("year");
    PublicationDate date = values.date("date");
    return date == null ? year : date;
  }
}
