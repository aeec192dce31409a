package dev.akin.write.json;

import dev.akin.ask.TypedQuery;
import dev.akin.recommend.understand.Understood;
import dev.akin.write.text.Messages;
import dev.akin.write.text.UnderstoodText;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How a typed query was read, as JSON: `as`, and what there is of `persons`, `words`, `years`,
/// `categories`, `phrases`, `excluded`, `note` and `other`.
final class UnderstoodJson {
  private UnderstoodJson() {}

  static ObjectNode of(Understood understood) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("as", understood.as().label());
    putAll(node, "persons", understood.persons());
    if (!understood.words().isEmpty()) {
      node.put("words", understood.words());
    }
    if (understood.years() != null) {
      node.put("years", understood.years().toString());
    }
    if (!understood.whole()) {
      TypedQuery typed = understood.typed();
      putAll(node, "categories", typed.categories());
      putAll(node, "phrases", typed.phrases());
      putAll(node, "excluded", typed.excluded());
    }
    if (understood.note() != null) {
      node.put("note", new UnderstoodText(Messages.ENGLISH).of(understood.note()));
    }
    if (understood.other() != null) {
      node.put("other", understood.other().label());
    }
    return node;
  }

  private static void putAll(ObjectNode node, String field, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = node.putArray(field);
      values.forEach(array::add);
    }
  }
}
