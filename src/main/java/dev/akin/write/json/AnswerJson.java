package dev.akin.write.json;

import dev.akin.index.store.BrowsePosition;
import dev.akin.index.store.IndexInfo;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.vector.Space;
import dev.akin.write.text.Messages;
import dev.akin.write.text.PaperFields;
import dev.akin.write.text.WordsAlone;
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
    return of(answer, PaperFields.ALL);
  }

  /// The same with some fields of each result.
  public static ObjectNode of(Answer answer, PaperFields fields) {
    ObjectNode node = NODES.objectNode();
    put(node, answer, fields);
    putSource(node, answer.index());
    return node;
  }

  /// Adds all fields except `model` and `index`.
  static void put(ObjectNode node, Answer answer, PaperFields fields) {
    node.set("query", QueryJson.of(answer));
    if (answer.understood() != null) {
      node.set("understood", UnderstoodJson.of(answer.understood()));
    }
    ArrayNode results = node.putArray("results");
    boolean withAspect = answer.options().aspect() != null;
    answer.results().forEach(result -> results.add(fields.restrict(result(result, withAspect))));
    node.put("belowFloor", answer.belowFloor());
    node.put("truncated", answer.truncated());
    if (answer.partial()) {
      node.put("partial", true);
    }
    if (answer.unknownLanguage() != null) {
      node.put("unknownLanguage", answer.unknownLanguage());
      node.put("note", WordsAlone.note(answer, Messages.ENGLISH));
    }
  }

  /// One paper: `paper`, `model`, `index`.
  public static ObjectNode of(Paper paper, IndexInfo index) {
    ObjectNode node = NODES.objectNode();
    node.set("paper", PaperJson.of(paper));
    putSource(node, index);
    return node;
  }

  /// A page of papers by date: `results`, `next` (the value of `after` for the next page, null on
  /// the last page), `model`, `index`.
  public static ObjectNode of(List<Paper> page, @Nullable BrowsePosition next, IndexInfo index) {
    return of(page, next, index, PaperFields.ALL);
  }

  /// The same with some fields of each paper.
  public static ObjectNode of(
      List<Paper> page, @Nullable BrowsePosition next, IndexInfo index, PaperFields fields) {
    ObjectNode node = NODES.objectNode();
    ArrayNode results = node.putArray("results");
    page.forEach(paper -> results.add(PaperJson.of(paper, fields)));
    node.put("next", next == null ? null : next.toString());
    putSource(node, index);
    return node;
  }

  private static ObjectNode result(Recommendation result, boolean withAspect) {
    ObjectNode node = NODES.objectNode();
    node.put("rank", result.rank());
    PaperJson.put(node, result.paper());
    putRounded(node, "cosine", result.cosine());
    if (withAspect) {
      putRounded(node, "aspect", result.aspect());
    }
    putRounded(node, "score", result.score());
    node.put("rarity", result.rarity() == null ? null : roundedRarity(result.rarity()));
    putIds(node, result.versions());
    if (result.why() != null) {
      node.set("why", WhyJson.of(result.why()));
    }
    return node;
  }

  private static void putRounded(ObjectNode node, String field, @Nullable Double value) {
    node.put(field, value == null ? null : (Double) rounded(value));
  }

  static void putIds(ObjectNode node, List<PaperId> versions) {
    if (!versions.isEmpty()) {
      ArrayNode array = node.putArray("versions");
      versions.forEach(version -> array.add(version.value()));
    }
  }

  public static double rounded(double value) {
    return rounded(value, COSINE_PLACES);
  }

  public static double roundedRarity(double value) {
    return rounded(value, RARITY_PLACES);
  }

  private static double rounded(double value, double places) {
    return Math.round(value * places) / places;
  }

  private static void put(ObjectNode node, Space space) {
    node.put("name", space.model()).put("identity", space.identity());
  }

  /// Adds the models and the commit that the answer was computed from.
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
