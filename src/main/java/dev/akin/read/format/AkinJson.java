package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// akin's own JSON.
public final class AkinJson {
  /// Those that it reads.
  public static final Set<String> KEYS =
      Set.of("id", "title", "abstract", "authors", "date", "year", "categories", "url", "doi");

  /// Those that arXiv's snapshot does not have.
  public static final Set<String> OWN_KEYS = Set.of("date", "year", "url");

  private static final List<String> DOI_PREFIXES =
      List.of(
          "https://doi.org/",
          "http://doi.org/",
          "https://dx.doi.org/",
          "http://dx.doi.org/",
          "doi:");

  private AkinJson() {}

  public static Paper paper(JsonRecord values) throws Refusal {
    return new Paper(
        values.id(),
        values.required("title"),
        orEmpty(values.text("abstract")),
        values.texts("authors"),
        date(values),
        values.texts("categories"),
        values.text("url"),
        doi(values.text("doi")));
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  public static @Nullable String doi(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String lowerCase = text.toLowerCase(Locale.ROOT);
    String bare =
        DOI_PREFIXES.stream()
            .filter(lowerCase::startsWith)
            .findFirst()
            .map(prefix -> text.substring(prefix.length()).strip())
            .orElse(text);
    return bare.isEmpty() ? null : bare;
  }

  private static @Nullable PublicationDate date(JsonRecord values) throws Refusal {
    PublicationDate year = values.year("year");
    PublicationDate date = values.date("date");
    return date == null ? year : date;
  }
}
