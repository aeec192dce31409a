package dev.akin.read.format.json;

import dev.akin.paper.Doi;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.ArxivLink;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.Placeholder;
import dev.akin.read.value.RecordId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a paper from an object of Semantic Scholar: of its API, or of its data sets, whose keys
/// are in lower case.
///
/// @hidden public for its own room only
public final class SemanticScholar {
  /// The keys that are read.
  public static final Set<String> KEYS =
      Set.of(
          "citedPaper",
          "citingPaper",
          "paperId",
          "corpusId",
          "corpusid",
          "externalIds",
          "externalids",
          "title",
          "abstract",
          "authors",
          "year",
          "publicationDate",
          "publicationdate",
          "fieldsOfStudy",
          "s2FieldsOfStudy",
          "s2fieldsofstudy",
          "url",
          "openAccessPdf",
          "isOpenAccess",
          "isopenaccess",
          "venue",
          "journal",
          "publicationTypes",
          "publicationtypes");

  /// Keys of which each object has one, and that no other format uses.
  public static final Set<String> OWN_KEYS =
      Set.of("paperId", "corpusId", "corpusid", "citedPaper", "citingPaper");

  /// Keys of a citation or a reference, whose value is the paper.
  public static final Set<String> OF_ANOTHER = Set.of("citedPaper", "citingPaper");

  private SemanticScholar() {}

  /// The paper in an object, or in the citation that the object is.
  public static Paper paper(JsonRecord values) throws BadRecordException {
    JsonNode other = either(values, "citedPaper", "citingPaper");
    return other.isObject() ? work(JsonRecord.of(other)) : work(values);
  }

  private static Paper work(JsonRecord values) throws BadRecordException {
    JsonNode ids = either(values, "externalIds", "externalids");
    String doi = Doi.ofField(JsonRecord.loose(ids.path("DOI")));
    String arxiv = Placeholder.without(JsonRecord.loose(ids.path("ArXiv")));
    String title = values.required("title");
    List<String> authors = names(values.node("authors"), "name");
    PublicationDate date = date(values);
    return new Paper(
            id(values, doi, arxiv, title, authors, date),
            title,
            Placeholder.without(values.text("abstract")),
            authors,
            date,
            Stream.concat(
                    values.node("fieldsOfStudy").valueStream().map(JsonRecord::loose),
                    names(either(values, "s2FieldsOfStudy", "s2fieldsofstudy"), "category")
                        .stream())
                .filter(field -> !field.isEmpty())
                .distinct()
                .toList(),
            url(values, arxiv),
            doi)
        .called(
            named("s2:", values.loose("paperId")),
            named("CorpusId:", corpusId(values, ids)),
            named("arxiv:", arxiv),
            named("acl:", JsonRecord.loose(ids.path("ACL"))),
            named("pmid:", JsonRecord.loose(ids.path("PubMed"))),
            named("PMC", JsonRecord.loose(ids.path("PubMedCentral"))))
        .published(publication(values))
        .held(
            Holding.UNKNOWN.open(either(values, "isOpenAccess", "isopenaccess").asBoolean(false)));
  }

  /// The DOI, the id at arXiv, or the own id of Semantic Scholar.
  private static PaperId id(
      JsonRecord values,
      @Nullable String doi,
      String arxiv,
      String title,
      List<String> authors,
      @Nullable PublicationDate date)
      throws BadRecordException {
    if (doi == null && !arxiv.isEmpty()) {
      return RecordId.of(arxiv);
    }
    String own = values.loose("paperId");
    return doi == null && !own.isEmpty()
        ? RecordId.of("s2:" + own)
        : RecordId.ofWork(doi, title, authors, date);
  }

  private static String corpusId(JsonRecord values, JsonNode ids) {
    return Stream.of(values.node("corpusId"), values.node("corpusid"), ids.path("CorpusId"))
        .map(JsonRecord::loose)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String named(String scheme, String id) {
    return Placeholder.is(id) ? "" : scheme + id;
  }

  private static List<String> names(JsonNode list, String key) {
    return list.valueStream()
        .map(element -> JsonRecord.loose(element.path(key)))
        .filter(name -> !Placeholder.is(name))
        .toList();
  }

  private static @Nullable PublicationDate date(JsonRecord values) {
    PublicationDate date =
        LooseDate.of(JsonRecord.loose(either(values, "publicationDate", "publicationdate")));
    return date == null ? LooseDate.of(values.loose("year")) : date;
  }

  private static @Nullable String url(JsonRecord values, String arxiv) {
    String page = values.loose("url");
    String url = page.isEmpty() ? JsonRecord.loose(values.node("openAccessPdf").path("url")) : page;
    return ArxivLink.orElse(url, "arxiv:" + arxiv);
  }

  private static Publication publication(JsonRecord values) {
    JsonNode journal = values.node("journal");
    String name = JsonRecord.loose(journal.path("name"));
    return new Publication(
        type(either(values, "publicationTypes", "publicationtypes")),
        name.isEmpty() ? values.loose("venue") : name,
        JsonRecord.loose(journal.path("volume")),
        "",
        JsonRecord.loose(journal.path("pages")),
        "",
        "",
        "");
  }

  private static String type(JsonNode types) {
    List<String> all = types.valueStream().map(JsonRecord::loose).toList();
    if (all.contains("Conference")) {
      return "paper-conference";
    }
    if (all.contains("JournalArticle")) {
      return "article-journal";
    }
    return all.contains("BookSection") ? "chapter" : all.contains("Book") ? "book" : "";
  }

  private static JsonNode either(JsonRecord values, String key, String other) {
    JsonNode node = values.node(key);
    return node.isMissingNode() ? values.node(other) : node;
  }
}
