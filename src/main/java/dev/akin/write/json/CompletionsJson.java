package dev.akin.write.json;

import dev.akin.index.store.Completion;
import dev.akin.index.store.IndexInfo;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Completions of what somebody types, as JSON: `completions`, `model`, `index`.
public final class CompletionsJson {
  private CompletionsJson() {}

  /// Completions.
  ///
  /// @param index that the completions are from
  public static ObjectNode of(List<Completion> completions, IndexInfo index) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode array = node.putArray("completions");
    for (Completion completion : completions) {
      array
          .addObject()
          .put("kind", completion.kind().name().toLowerCase(Locale.ROOT))
          .put("text", completion.text())
          .put("q", query(completion))
          .put("papers", completion.papers());
    }
    AnswerJson.putSource(node, index);
    return node;
  }

  /// What to search for.
  private static String query(Completion completion) {
    boolean isCategory = completion.kind() == Completion.Kind.CATEGORY;
    if (!isCategory) {
      return completion.text();
    }
    return completion.text().contains(" ")
        ? "category:\"" + completion.text() + "\""
        : "category:" + completion.text();
  }
}
