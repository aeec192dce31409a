package dev.akin.write;

import dev.akin.index.BrowsePosition;
import dev.akin.index.Filter;
import dev.akin.index.IndexInfo;
import dev.akin.index.NearestOptions;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Example;
import dev.akin.recommend.RecommendOptions;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.Strategy;
import dev.akin.recommend.Weighted;
import dev.akin.vector.Space;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers as JSON, the same over HTTP and on the command line.
public final class AnswerJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double COSINE_PLACES = 1e6;
  private static final double RARITY_PLACES = 1e2;

  private AnswerJson() {}

  /// Recommendations: `query`, `results`, `truncated`, `model`, `index`.
  public static ObjectNode of(Answer answer) {
    ObjectNode node = NODES.objectNode();
    put(node, answer);
    putSource(node, answer.index());
    return node;
  }

  /// All but the source.
  static void put(ObjectNode node, Answer answer) {
    node.set("query", query(answer));
    ArrayNode results = node.putArray("results");
    answer.results().forEach(result -> results.add(result(result)));
    node.put("belowFloor", answer.belowFloor());
    node.put("truncated", answer.truncated());
  }

  /// One paper: `paper`, `model`, `index`.
  public static ObjectNode of(Paper paper, IndexInfo index) {
    ObjectNode node = NODES.objectNode();
    node.set("paper", PaperJson.of(paper));
    putSource(node, index);
    return node;
  }

  /// A page of papers by date: `results`, `next` (what `after` has to be for the next page, null on
  /// the last), `model`, `index`.
  public static ObjectNode of(List<Paper> page, @Nullable BrowsePosition next, IndexInfo index) {
    ObjectNode node = NODES.objectNode();
    ArrayNode results = node.putArray("results");
    page.forEach(paper -> results.add(PaperJson.of(paper)));
    node.put("next", next == null ? null : next.toString());
    putSource(node, index);
    return node;
  }

  private static ObjectNode result(Recommendation result) {
    ObjectNode node = NODES.objectNode();
    node.put("rank", result.rank());
    PaperJson.put(node, result.paper());
    if (result.cosine() == null) {
      node.putNull("cosine");
    } else {
      node.put("cosine", rounded(result.cosine()));
    }
    node.put("score", rounded(result.score()));
    node.put("rarity", result.rarity() == null ? null : rounded(result.rarity(), RARITY_PLACES));
    if (!result.versions().isEmpty()) {
      putIds(node, result.versions());
    }
    if (result.why() != null) {
      node.set("why", WhyJson.of(result.why()));
    }
    return node;
  }

  private static void putIds(ObjectNode node, List<PaperId> versions) {
    ArrayNode array = node.putArray("versions");
    versions.forEach(version -> array.add(version.value()));
  }

  static double rounded(double value) {
    return rounded(value, COSINE_PLACES);
  }

  private static double rounded(double value, double places) {
    return Math.round(value * places) / places;
  }

  private static ObjectNode query(Answer answer) {
    ObjectNode node = NODES.objectNode();
    putExamples(node, "positives", answer.query().positives());
    putExamples(node, "negatives", answer.query().negatives());
    RecommendOptions options = answer.options();
    if (!answer.versions().isEmpty()) {
      putIds(node, answer.versions());
    }
    putFilter(node, options.filter());
    node.put("mode", options.mode().label());
    node.put("limit", options.limit());
    putUnusual(node, options);
    return node;
  }

  /// What is not as it is by default.
  private static void putUnusual(ObjectNode node, RecommendOptions options) {
    if (options.strategy() != Strategy.AVERAGE) {
      node.put("strategy", options.strategy().label());
    }
    if (options.diversity() > 0) {
      node.put("diversity", options.diversity());
    }
    if (options.perAuthor() > 0) {
      node.put("perAuthor", options.perAuthor());
    }
    if (options.floor() != null) {
      node.put("floor", options.floor());
    }
    if (options.method() == NearestOptions.Method.EXACT) {
      node.put("exact", true);
    }
    if (options.explain()) {
      node.put("explain", true);
    }
  }

  private static void putExamples(ObjectNode node, String field, List<Weighted> examples) {
    if (!examples.isEmpty()) {
      ArrayNode array = node.putArray(field);
      examples.forEach(example -> put(array.addObject(), example));
    }
  }

  private static void put(ObjectNode node, Weighted weighted) {
    switch (weighted.example()) {
      case Example.LikePaper like -> node.put("id", like.name());
      case Example.LikeText like -> {
        if (!like.title().isBlank()) {
          node.put("title", like.title());
        }
        node.put("text", like.text());
      }
      case Example.ForPhrase like -> node.put("phrase", like.phrase());
    }
    if (weighted.weight() != 1) {
      node.put("weight", weighted.weight());
    }
  }

  private static void putFilter(ObjectNode node, Filter filter) {
    if (!filter.isNone()) {
      ObjectNode object = node.putObject("filter");
      if (filter.from() != null) {
        object.put("from", filter.from().toString());
      }
      if (filter.to() != null) {
        object.put("to", filter.to().toString());
      }
      putNames(object, "category", filter.categories());
      putNames(object, "author", filter.authors());
    }
  }

  private static void putNames(ObjectNode node, String field, List<String> names) {
    if (!names.isEmpty()) {
      ArrayNode array = node.putArray(field);
      names.forEach(array::add);
    }
  }

  private static void put(ObjectNode node, Space space) {
    node.put("name", space.model()).put("identity", space.identity());
  }

  /// Which models and which commit an answer is from.
  static void putSource(ObjectNode node, IndexInfo index) {
    put(node.putObject("model"), index.spaces().getFirst());
    if (index.spaces().size() > 1) {
      ArrayNode models = node.putArray("models");
      index.spaces().forEach(space -> put(models.addObject(), space));
    }
    node.putObject("index")
        .put("build", index.build())
        .put("commit", index.commit())
        .put("papers", index.papers());
  }
}
