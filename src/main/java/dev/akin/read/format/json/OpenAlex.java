package dev.akin.read.format.json;

import dev.akin.base.Printable;
import dev.akin.paper.Doi;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.WorkType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a paper from a work of OpenAlex, where everything except the id may be null.
///
/// @hidden public for its own room only
public final class OpenAlex {
  /// The keys that are read.
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
          "topics",
          "type",
          "type_crossref",
          "open_access",
          "biblio");

  /// Keys that no other format uses together with an id of OpenAlex.
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

  /// Whether `id` is that of a work, alone or as an address.
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /// `W2741809807` if `id` is that of a work, alone or as an address; otherwise `id`.
  public static String shortId(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches() ? matcher.group(1).toUpperCase(Locale.ROOT) : id;
  }

  /// The paper in a work.
  public static Paper paper(JsonRecord values) throws BadRecordException {
    return new Paper(
            id(values),
            title(values),
            InvertedIndex.text(values.node("abstract_inverted_index")),
            authors(values.node("authorships")),
            date(values),
            categories(values),
            url(values.node("primary_location")),
            Doi.ofField(values.text("doi")))
        .published(publication(values))
        .held(Holding.UNKNOWN.open(values.node("open_access").path("is_oa").asBoolean(false)));
  }

  private static Publication publication(JsonRecord values) {
    JsonNode source = values.node("primary_location").path("source");
    JsonNode biblio = values.node("biblio");
    String type = WorkType.of(values.loose("type_crossref"));
    return PublicationFields.clean(
        new Publication(
            type.isEmpty() ? WorkType.of(values.loose("type")) : type,
            displayName(source),
            JsonRecord.loose(biblio.path("volume")),
            JsonRecord.loose(biblio.path("issue")),
            PublicationFields.pages(
                JsonRecord.loose(biblio.path("first_page")),
                JsonRecord.loose(biblio.path("last_page"))),
            JsonRecord.loose(source.path("host_organization_name")),
            "",
            JsonRecord.loose(source.path("issn_l"))));
  }

  private static PaperId id(JsonRecord values) throws BadRecordException {
    String id = values.id().value();
    if (!isId(id)) {
      throw new BadRecordException(
          "id is not that of a work in OpenAlex but " + Printable.quote(id));
    }
    return new PaperId(shortId(id));
  }

  private static String title(JsonRecord values) throws BadRecordException {
    String title = values.text("title");
    return title.isEmpty() ? values.text("display_name") : title;
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
    return name.isEmpty() ? PersonNames.of(JsonRecord.loose(asPrinted)) : name;
  }

  private static @Nullable PublicationDate date(JsonRecord values) {
    PublicationDate date = LooseDate.of(values.loose("publication_date"));
    return date == null ? LooseDate.of(values.loose("publication_year")) : date;
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
    String url = JsonRecord.loose(location.path("landing_page_url"));
    return url.isEmpty() ? null : url;
  }

  private static String displayName(JsonNode node) {
    return JsonRecord.loose(node.path("display_name"));
  }
}
