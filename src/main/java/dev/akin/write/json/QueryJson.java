package dev.akin.write.json;

import dev.akin.index.store.Filter;
import dev.akin.index.store.NearestOptions;
import dev.akin.paper.Holding;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Answer;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Strategy;
import dev.akin.recommend.query.Weighted;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A query as JSON: `positives`, `negatives`, `filter`, `mode`, `limit`, and the options that do
/// not have their default value.
public final class QueryJson {
  private QueryJson() {}

  /// A query with its options in a canonical form. If two are equal, so are their answers from one
  /// commit of an index.
  public static ObjectNode of(Query query, RecommendOptions options) {
    return of(query, List.of(), options);
  }

  /// The query of an answer, with other papers that are the same work as its examples.
  static ObjectNode of(Answer answer) {
    return of(answer.query(), answer.versions(), answer.options());
  }

  private static ObjectNode of(Query query, List<PaperId> versions, RecommendOptions options) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    putExamples(node, "positives", query.positives());
    putExamples(node, "negatives", query.negatives());
    AnswerJson.putIds(node, versions);
    putFilter(node, options.filter());
    node.put("mode", options.mode().label());
    node.put("limit", options.limit());
    putUnusual(node, options);
    return node;
  }

  /// Adds the options that do not have their default value.
  private static void putUnusual(ObjectNode node, RecommendOptions options) {
    if (options.aspect() != null) {
      node.put("aspect", options.aspect().label());
    }
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
      putNames(object, "language", filter.languages());
      Filter.Held held = filter.held();
      putNames(object, "access", held.access().stream().map(Holding.AccessRight::label).toList());
      putNames(object, "collection", held.collections());
      putNames(object, "source", held.sources());
    }
  }

  private static void putNames(ObjectNode node, String field, List<String> names) {
    if (!names.isEmpty()) {
      ArrayNode array = node.putArray(field);
      names.forEach(array::add);
    }
  }
}
