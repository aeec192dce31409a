package dev.akin.write.json;

import dev.akin.recommend.explain.Why;
import dev.akin.roles.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Why a paper was recommended, as JSON: `terms` and `other` if the model uses mean pooling;
/// `sentences`; `shared`.
final class WhyJson {
  private WhyJson() {}

  static ObjectNode of(Why why) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (why.other() != null) {
      ArrayNode terms = node.putArray("terms");
      for (Why.TermShare term : why.terms()) {
        terms.addObject().put("term", term.term()).put("share", AnswerJson.rounded(term.share()));
      }
      node.put("other", AnswerJson.rounded(why.other()));
    }
    ArrayNode sentences = node.putArray("sentences");
    for (Why.SentencePair pair : why.sentences()) {
      put(sentences.addObject(), pair);
    }
    ObjectNode shared = node.putObject("shared");
    ArrayNode authors = shared.putArray("authors");
    why.authors().forEach(authors::add);
    ArrayNode categories = shared.putArray("categories");
    why.categories().forEach(categories::add);
    return node;
  }

  private static void put(ObjectNode node, Why.SentencePair pair) {
    node.put("query", pair.query())
        .put("paper", pair.paper())
        .put("cosine", AnswerJson.rounded(pair.cosine()))
        .put("queryText", pair.queryText())
        .put("paperText", pair.paperText());
    putRole(node, "queryRole", pair.queryRole());
    putRole(node, "paperRole", pair.paperRole());
  }

  private static void putRole(ObjectNode node, String field, @Nullable Role role) {
    if (role != null) {
      node.put(field, role.label());
    }
  }
}
