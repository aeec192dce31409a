package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.ArxivLink;
import dev.akin.read.value.Doi;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.RecordId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a paper from an item of CSL's JSON. A number may stand where a string should, and a date
/// or a name that makes no sense is left out.
///
/// @hidden public for its own room only
public final class CslJson {
  /// The keys that are read.
  public static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "abstract",
          "author",
          "issued",
          "keyword",
          "categories",
          "URL",
          "DOI",
          "number",
          "note");

  /// Keys of which each item has at least one, and that no other format uses.
  public static final Set<String> OWN_KEYS =
      Set.of("author", "issued", "accessed", "DOI", "URL", "container-title", "citation-key");

  /// CSL's own markup in texts.
  private static final Pattern MARKUP =
      Pattern.compile("</?(?:i|b|sub|sup|sc|span)(?: [^<>]{0,200})?>");

  private CslJson() {}

  /// The paper in an item.
  public static Paper paper(JsonRecord values) throws BadRecordException {
    String title = withoutMarkup(values.required("title"));
    String doi = Doi.ofField(values.text("DOI"));
    return new Paper(
        RecordId.ofReference(values.loose("id"), doi, title),
        title,
        withoutMarkup(values.text("abstract")),
        authors(values.node("author")),
        date(values.node("issued")),
        categories(values),
        ArxivLink.orElse(
            values.text("URL"), values.loose("number"), values.loose("note"), "" + doi),
        doi);
  }

  /// `text` without CSL's markup, which OpenAlex's titles contain too.
  static String withoutMarkup(String text) {
    return PlainText.of(MARKUP.matcher(text).replaceAll(""));
  }

  private static List<String> authors(JsonNode authors) {
    return authors.valueStream().map(CslJson::name).filter(name -> !name.isEmpty()).toList();
  }

  private static String name(JsonNode name) {
    return Stream.of(
            "literal", "given", "dropping-particle", "non-dropping-particle", "family", "suffix")
        .map(part -> JsonRecord.loose(name.path(part)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static @Nullable PublicationDate date(JsonNode issued) {
    JsonNode parts = issued.path("date-parts").path(0);
    return parts.isEmpty()
        ? LooseDate.of(
            JsonRecord.loose(issued.path("raw")) + " " + JsonRecord.loose(issued.path("literal")))
        : LooseDate.of(
            JsonRecord.loose(parts.path(0)),
            JsonRecord.loose(parts.path(1)),
            JsonRecord.loose(parts.path(2)));
  }

  private static List<String> categories(JsonRecord values) throws BadRecordException {
    String keyword = values.text("keyword");
    return keyword.isEmpty() ? values.texts("categories") : Keywords.of(keyword);
  }
}
