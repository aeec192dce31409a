package dev.akin.write.json;

import dev.akin.paper.Paper;
import dev.akin.write.text.PaperFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A paper as JSON: `id`, `title`, `abstract`, `authors`, `date`, `categories`; `url`, `doi`,
/// `language`, `publication`, `source`, `collections`, `access` and `embargoEnd` if they are known;
/// `"titleOnly": true` if only the title is known.
public final class PaperJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PaperJson() {}

  /// A paper as JSON.
  public static ObjectNode of(Paper paper) {
    return put(NODES.objectNode(), paper);
  }

  /// The same with its id and some of its fields.
  public static ObjectNode of(Paper paper, PaperFields fields) {
    return fields.restrict(of(paper));
  }

  static ObjectNode put(ObjectNode node, Paper paper) {
    node.put("id", paper.id().value());
    node.put("title", paper.title());
    node.put("abstract", paper.abstractText());
    if (paper.titleOnly()) {
      node.put("titleOnly", true);
    }
    putIfThere(node, "language", paper.language());
    putAll(node.putArray("authors"), paper.authors());
    node.put("date", paper.date() == null ? null : paper.date().toString());
    putAll(node.putArray("categories"), paper.categories());
    putIfThere(node, "url", paper.url());
    putIfThere(node, "doi", paper.doi());
    RecordJson.put(node, paper.publication());
    RecordJson.put(node, paper.holding());
    return node;
  }

  private static void putAll(ArrayNode array, Iterable<String> values) {
    values.forEach(array::add);
  }

  private static void putIfThere(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }
}
