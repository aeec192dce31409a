package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.Refusal;
import dev.akin.read.value.ArxivLink;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.ReferenceId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An item of CSL's JSON. Numbers may stand for strings, and a date or a name that makes no sense
/// is left out.
///
/// @hidden public for its own room only
public final class CslJson {
  /// Those that it reads.
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

  /// Those of which an item has one at least, and no object of another format has.
  public static final Set<String> OWN_KEYS =
      Set.of("author", "issued", "accessed", "DOI", "URL", "container-title", "citation-key");

  /// CSL's own markup in a text.
  private static final Pattern MARKUP =
      Pattern.compile("</?(?:i|b|sub|sup|sc|span)(?: [^<>]{0,200})?>");

  private CslJson() {}

  public static Paper paper(JsonRecord values) throws Refusal {
    String title = withoutMarkup(values.required("title"));
    String doi = AkinJson.doi(values.text("DOI"));
    return new Paper(
        ReferenceId.of(text(values.node("id")), doi, title),
        title,
        withoutMarkup(AkinJson.orEmpty(values.text("abstract"))),
        authors(values.node("author")),
        date(values.node("issued")),
        categories(values),
        ArxivLink.orElse(
            AkinJson.orEmpty(values.text("URL")),
            text(values.node("number")),
            text(values.node("note")),
            "" + doi),
        doi);
  }

  /// `text` without CSL's markup, which OpenAlex's titles have, too.
  static String withoutMarkup(String text) {
    return PlainText.of(MARKUP.matcher(text).replaceAll(""));
  }

  private static List<String> authors(JsonNode authors) {
    return authors.valueStream().map(CslJson::name).filter(name -> !name.isEmpty()).toList();
  }

  private static String name(JsonNode name) {
    return Stream.of(
            "literal", "given", "dropping-particle", "non-dropping-particle", "family", "suffix")
        .map(part -> text(name.path(part)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static @Nullable PublicationDate date(JsonNode issued) {
    JsonNode parts = issued.path("date-parts").path(0);
    return parts.isEmpty()
        ? LooseDate.of(text(issued.path("raw")) + " " + text(issued.path("literal")))
        : LooseDate.of(text(parts.path(0)), text(parts.path(1)), text(parts.path(2)));
  }

  private static List<String> categories(JsonRecord values) throws Refusal {
    String keyword = values.text("keyword");
    return keyword == null ? values.texts("categories") : Keywords.of(keyword);
  }

  /// A string or a number as text; empty if it is something else.
  static String text(JsonNode node) {
    return node.isString() || node.isNumber() ? PlainText.of(node.asString()) : "";
  }
}
