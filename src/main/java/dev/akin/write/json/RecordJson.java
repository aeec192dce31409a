package dev.akin.write.json;

import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.Publication;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A paper with all that an index keeps of it, in akin's own JSON: `akin index` reads it back. What
/// is not known is left out, except `authors` and `categories`, which tell the format.
///
/// @hidden public for its own room only
public final class RecordJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordJson() {}

  public static ObjectNode of(Paper paper) {
    ObjectNode node = NODES.objectNode();
    node.put("id", paper.id().value());
    node.put("title", paper.title());
    node.put("abstract", paper.abstractText());
    paper.authors().forEach(node.putArray("authors")::add);
    put(node, "date", paper.date() == null ? null : paper.date().toString());
    paper.categories().forEach(node.putArray("categories")::add);
    put(node, "url", paper.url());
    put(node, "doi", paper.doi());
    put(node, "language", paper.language());
    put(node, "names", paper.names());
    put(node, paper.publication());
    put(node, paper.holding());
    Paper.Written written = paper.written();
    if (written != null) {
      node.putObject("written")
          .put("title", written.title())
          .put("abstract", written.abstractText());
    }
    return node;
  }

  static void put(ObjectNode node, Publication publication) {
    if (!publication.equals(Publication.UNKNOWN)) {
      ObjectNode values = node.putObject("publication");
      for (int i = 0; i < Publication.KEYS.size(); i++) {
        put(values, Publication.KEYS.get(i), publication.values().get(i));
      }
    }
  }

  static void put(ObjectNode node, Holding holding) {
    put(node, "source", holding.source());
    put(node, "collections", holding.collections());
    if (holding.access() != Holding.AccessRight.UNKNOWN) {
      node.put("access", holding.access().label());
    }
    put(node, "embargoEnd", holding.embargoEnd() == null ? null : holding.embargoEnd().toString());
  }

  private static void put(ObjectNode node, String key, List<String> values) {
    if (!values.isEmpty()) {
      values.forEach(node.putArray(key)::add);
    }
  }

  private static void put(ObjectNode node, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      node.put(key, value);
    }
  }
}
