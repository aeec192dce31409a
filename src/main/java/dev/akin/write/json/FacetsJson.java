package dev.akin.write.json;

import dev.akin.index.store.Facets;
import dev.akin.index.store.IndexInfo;
import dev.akin.recommend.SearchFacets;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How papers are distributed, as JSON: `understood`, `papers`, `categories`, `years`, `languages`,
/// `note`, `model`, `index`.
public final class FacetsJson {
  private FacetsJson() {}

  /// Counts.
  ///
  /// @param index that the facets are from
  public static ObjectNode of(SearchFacets found, IndexInfo index) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (found.understood() != null) {
      node.set("understood", UnderstoodJson.of(found.understood()));
    }
    Facets facets = found.facets();
    node.put("papers", facets.papers());
    putAll(node, "categories", facets.categories());
    ArrayNode years = node.putArray("years");
    facets
        .years()
        .forEach((year, papers) -> years.addObject().put("value", year).put("papers", papers));
    putAll(node, "languages", facets.languages());
    if (found.note() != null) {
      node.put("note", found.note());
    }
    AnswerJson.putSource(node, index);
    return node;
  }

  private static void putAll(ObjectNode node, String field, List<Facets.Count> counts) {
    ArrayNode array = node.putArray(field);
    counts.forEach(
        count -> array.addObject().put("value", count.value()).put("papers", count.papers()));
  }
}
