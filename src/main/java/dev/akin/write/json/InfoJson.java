package dev.akin.write.json;

import dev.akin.index.store.Holdings;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.SimilarityScale;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.vector.Space;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Information about akin and an index: `version`, `model`, `index`, `limits`.
public final class InfoJson {
  private InfoJson() {}

  /// Information about an index.
  ///
  /// @param version of akin, with the commit that it was built from
  public static ObjectNode of(String version, IndexInfo index) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", version);
    node.set("model", model(index.spaces().getFirst()));
    if (index.spaces().size() > 1) {
      ArrayNode models = node.putArray("models");
      index.spaces().forEach(space -> models.add(model(space)));
    }
    Holdings holdings = index.holdings();
    ObjectNode of = node.putObject("index");
    of.put("build", index.build())
        .put("commit", index.commit())
        .put("builtAt", index.committedAt().toString())
        .put("papers", index.papers())
        .put("vectors", index.vectors())
        .put("titleOnly", holdings.titleOnly())
        .put("withoutText", holdings.withoutText())
        .put("deleted", holdings.deleted())
        .put("sizeBytes", index.sizeBytes());
    ObjectNode languages = of.putObject("languages");
    holdings.languages().forEach(languages::put);
    SimilarityScale closeness = index.similarityScale();
    if (closeness != null) {
      of.put("floor", closeness.floor()).put("coverage", closeness.coverage());
    }
    node.putObject("limits")
        .put("limit", RecommendOptions.MAX_LIMIT)
        .put("examples", Query.MAX_EXAMPLES)
        .put("textCharacters", Example.MAX_CHARACTERS);
    return node;
  }

  private static ObjectNode model(Space space) {
    ObjectNode model = JsonNodeFactory.instance.objectNode();
    model.put("name", space.model());
    model.put("identity", space.identity());
    model.put("dimension", space.dimension());
    String maxTokens = space.parts().get("max tokens");
    if (maxTokens != null) {
      model.put("maxTokens", Integer.parseInt(maxTokens));
    }
    return model;
  }
}
