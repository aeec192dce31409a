package dev.akin.write;

import dev.akin.index.IndexInfo;
import dev.akin.recommend.RecommendOptions;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What akin says about itself: `version`, `model`, `index`, `limits`.
public final class InfoJson {
  private InfoJson() {}

  /// The info of an index.
  ///
  /// @param version of akin
  public static ObjectNode of(String version, IndexInfo index) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", version);
    ObjectNode model = node.putObject("model");
    model.put("name", index.space().model());
    model.put("identity", index.space().identity());
    model.put("dimension", index.space().dimension());
    String maxTokens = index.space().parts().get("max tokens");
    if (maxTokens != null) {
      model.put("maxTokens", Integer.parseInt(maxTokens));
    }
    node.putObject("index")
        .put("build", index.build())
        .put("commit", index.commit())
        .put("builtAt", index.committedAt().toString())
        .put("papers", index.papers())
        .put("vectors", index.vectors())
        .put("titleOnly", index.titleOnly())
        .put("withoutText", index.withoutText())
        .put("sizeBytes", index.sizeBytes());
    node.putObject("limits").put("limit", RecommendOptions.MAX_LIMIT);
    return node;
  }
}
