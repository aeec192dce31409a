package dev.akin.write;

import dev.akin.index.BrowsePosition;
import dev.akin.index.Filter;
import dev.akin.index.IndexInfo;
import dev.akin.index.NearestOptions;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Example;
import dev.akin.recommend.RecommendOptions;
import dev.akin.recommend.Recommendation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers as JSON, the same over HTTP and on the command line.
public final class AnswerJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double COSINE_PLACES = 1e6;

  private AnswerJson() {}

  /// Recommendations: `query`, `results`, `truncated`, `model`, `index`.
  public static ObjectNode of(Answer answer) {
    ObjectNode node = NODES.objectNode();
    node.set("query", query(answer));
    ArrayNode results = node.putArray("results");
    answer.results().forEach(result -> results.add(result(result)));
    node.put("truncated", answer.truncated());
    putSource(node, answer.index());
    return node;
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
    return node;
  }

  private static double rounded(double value) {
    return Math.round(value * COSINE_PLACES) / COSINE_PLACES;
  }

  private static ObjectNode query(Answer answer) {
    ObjectNode node = NODES.objectNode();
    putExamples(node, "positives", answer.query().positives());
    putExamples(node, "negatives", answer.query().negatives());
    RecommendOptions options = answer.options();
    putFilter(node, options.filter());
    node.put("mode", options.mode().label());
    node.put("limit", options.limit());
    if (options.method() == NearestOptions.Method.EXACT) {
      node.put("exact", true);
    }
    return node;
  }

  private static void putExamples(ObjectNode node, String field, List<Example> examples) {
    if (!examples.isEmpty()) {
      ArrayNode array = node.putArray(field);
      for (Example example : examples) {
        switch (example) {
          case Example.LikePaper like -> array.addObject().put("id", like.name());
          case Example.LikeText like -> array.addObject().put("text", like.text());
          case Example.ForPhrase like -> array.addObject().put("phrase", like.phrase());
        }
      }
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

  /// Which model and which commit an answer is from.
  private static void putSource(ObjectNode node, IndexInfo index) {
    node.putObject("model")
        .put("name", index.space().model())
        .put("identity", index.space().identity());
    node.putObject("index")
        .put("build", index.build())
        .put("commit", index.commit())
        .put("papers", index.papers());
  }
}
