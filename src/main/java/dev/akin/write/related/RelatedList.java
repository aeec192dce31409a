package dev.akin.write.related;

import dev.akin.base.Sha256;
import dev.akin.paper.PaperId;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The related papers of one paper.
///
/// @param answer the answer of the HTTP API
record RelatedList(PaperId id, ObjectNode answer) {
  /// They change with every paper that an index gets, and move no paper of a list.
  private static final List<String> SCORES = List.of("cosine", "score", "rarity");

  /// What an answer says of itself, not of the papers.
  private static final List<String> SOURCE = List.of("query", "model", "models", "index");

  private static final int DIGEST_BYTES = 12;

  /// A digest of what readers see: which papers, in which order, with which fields, but not their
  /// scores.
  String digest() {
    StringBuilder seen = new StringBuilder();
    for (JsonNode result : answer.path("results")) {
      ObjectNode shown = ((ObjectNode) result).deepCopy();
      shown.remove(SCORES);
      seen.append(shown).append('\n');
    }
    return Sha256.hex(seen.toString(), DIGEST_BYTES);
  }

  /// A line of JSON lines: `id`, and the answer without what it says of itself.
  String line() {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("id", id.value());
    line.setAll(answer.deepCopy());
    line.remove(SOURCE);
    return line + "\n";
  }

  /// The line for a paper that is gone.
  static String deletedLine(String id) {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("deleted", true) + "\n";
  }
}
