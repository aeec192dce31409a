package dev.akin.read.format;

import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.Refusal;
import dev.akin.read.value.LooseDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A work of OpenAlex, of which everything but the id may be null.
///
/// @hidden public for its own room only
public final class OpenAlex {
  /// Those that it reads.
  public static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "display_name",
          "abstract_inverted_index",
          "authorships",
          "publication_date",
          "publication_year",
          "doi",
          "primary_location",
          "primary_topic",
          "topics");

  /// Those that no object of another format here has, beside an id of OpenAlex's.
  public static final Set<String> OWN_KEYS =
      Set.of(
          "display_name",
          "abstract_inverted_index",
          "authorships",
          "publication_date",
          "publication_year",
          "primary_location");

  private static final Pattern ID =
      Pattern.compile("(?i)(?:https?://(?:api\\.)?openalex\\.org/(?:works/)?)?(W[0-9]{1,18})");

  private OpenAlex() {}

  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  public static Paper paper(JsonRecord values) throws Refusal {
    return new Paper(
        id(values),
        title(values),
        InvertedIndex.text(values.node("abstract_inverted_index")),
        authors(values.node("authorships")),
        date(values),
        categories(values),
        url(values.node("primary_location")),
        AkinJson.doi(values.text("doi")));
  }

  private static PaperId id(JsonRecord values) throws Refusal {
    String id = values.id().value();
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      throw new Refusal("id is not that of a work of OpenAlex but " + Printable.quote(id));
    }
    return new PaperId(matcher.group(1).toUpperCase(Locale.ROOT));
  }

  private static String title(JsonRecord values) throws Refusal {
    String title = values.text("title");
    return CslJson.withoutMarkup(
        title == null ? AkinJson.orEmpty(values.text("display_name")) : title);
  }

  private static List<String> authors(JsonNode authorships) {
    return authorships
        .valueStream()
        .map(authorship -> name(authorship.path("author"), authorship.path("raw_author_name")))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static String name(JsonNode author, JsonNode asPrinted) {
    String name = displayName(author);
    return name.isEmpty() ? CslJson.text(asPrinted) : name;
  }

  private static @Nullable PublicationDate date(JsonRecord values) {
    PublicationDate date = LooseDate.of(CslJson.text(values.node("publication_date")));
    return date == null ? LooseDate.of(CslJson.text(values.node("publication_year"))) : date;
  }

  private static List<String> categories(JsonRecord values) {
    return Stream.concat(
            Stream.of(values.node("primary_topic")), values.node("topics").valueStream())
        .map(OpenAlex::displayName)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static @Nullable String url(JsonNode location) {
    String url = CslJson.text(location.path("landing_page_url"));
    return url.isEmpty() ? null : url;
  }

  private static String displayName(JsonNode node) {
    return CslJson.text(node.path("display_name"));
  }
}
