package dev.akin.write.json;

import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.Answer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers as JSON in the form of Semantic Scholar's recommendations. Fields of a paper that akin
/// does not know are null.
public final class ScholarJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// The fields of a paper at Semantic Scholar.
  private static final Set<String> FIELDS =
      Set.of(
          "paperId",
          "corpusId",
          "externalIds",
          "url",
          "title",
          "abstract",
          "venue",
          "publicationVenue",
          "year",
          "referenceCount",
          "citationCount",
          "influentialCitationCount",
          "isOpenAccess",
          "openAccessPdf",
          "fieldsOfStudy",
          "s2FieldsOfStudy",
          "publicationTypes",
          "publicationDate",
          "journal",
          "citationStyles",
          "authors",
          "tldr",
          "embedding");

  private static final Map<String, String> EXTERNAL =
      Map.of("arxiv", "ArXiv", "doi", "DOI", "acl", "ACL");

  private ScholarJson() {}

  /// The fields that a request names, separated by commas; `authors.name` means `authors`. The
  /// paper's id is always there, and its title if no field is named.
  ///
  /// @throws IllegalArgumentException if one is unknown
  public static Set<String> fields(@Nullable String names) {
    Set<String> fields = new LinkedHashSet<>(List.of("paperId"));
    String named = names == null || names.isBlank() ? "title" : names;
    Arrays.stream(named.split(","))
        .map(name -> name.strip().split("\\.", 2)[0])
        .filter(name -> !name.isEmpty())
        .forEach(fields::add);
    Set<String> unknown = new LinkedHashSet<>(fields);
    unknown.removeAll(FIELDS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("Unrecognized or unsupported fields: " + unknown);
    }
    return fields;
  }

  /// Recommendations: `recommendedPapers`, highest score first.
  ///
  /// @param fields the fields of each paper, in their order
  public static ObjectNode of(Answer answer, Set<String> fields) {
    ObjectNode node = NODES.objectNode();
    ArrayNode papers = node.putArray("recommendedPapers");
    answer.results().forEach(result -> papers.add(paper(result.paper(), fields)));
    return node;
  }

  /// An error: `error`.
  public static String error(String what) {
    return NODES.objectNode().put("error", what).toString();
  }

  private static ObjectNode paper(Paper paper, Set<String> fields) {
    ObjectNode node = NODES.objectNode();
    for (String field : fields) {
      put(node, field, paper);
    }
    return node;
  }

  private static void put(ObjectNode node, String field, Paper paper) {
    PublicationDate date = paper.date();
    switch (field) {
      case "paperId" -> node.put(field, paper.id().value());
      case "title" -> node.put(field, paper.title());
      case "abstract" ->
          node.put(field, paper.abstractText().isBlank() ? null : paper.abstractText());
      case "url" -> node.put(field, paper.url());
      case "year" -> node.put(field, date == null ? null : date.year());
      case "publicationDate" ->
          node.put(field, date == null || date.day() == 0 ? null : date.toString());
      case "externalIds" -> node.set(field, externalIds(paper));
      case "authors" -> node.set(field, authors(paper));
      default -> node.putNull(field);
    }
  }

  private static ObjectNode externalIds(Paper paper) {
    ObjectNode ids = NODES.objectNode();
    for (String name : Identifiers.of(paper)) {
      int colon = name.indexOf(':');
      String external = EXTERNAL.get(name.substring(0, colon));
      if (external != null) {
        ids.put(external, name.substring(colon + 1));
      }
    }
    return ids;
  }

  private static ArrayNode authors(Paper paper) {
    ArrayNode authors = NODES.arrayNode();
    for (String name : paper.authors()) {
      authors.addObject().putNull("authorId").put("name", name);
    }
    return authors;
  }
}
