package dev.akin.index.opensearch.search;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Queries as OpenSearch takes them.
final class SearchJson {
  /// Terms of one query; OpenSearch takes 65,536.
  static final int MAX_TERMS = 60_000;

  private SearchJson() {}

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// Matches every document.
  static ObjectNode everything() {
    ObjectNode query = node();
    query.putObject("match_all");
    return query;
  }

  /// Matches nothing.
  static ObjectNode nothing() {
    ObjectNode query = node();
    query.putObject("match_none");
    return query;
  }

  /// Matches documents with a term.
  static ObjectNode term(String field, String term) {
    ObjectNode query = node();
    query.putObject("term").put(field, term);
    return query;
  }

  /// The same; a document that matches has so much more of a score.
  static ObjectNode term(String field, String term, double weight) {
    ObjectNode query = node();
    query.putObject("term").putObject(field).put("value", term).put("boost", weight);
    return query;
  }

  /// Matches documents with one of some terms.
  static ObjectNode terms(String field, Collection<String> terms) {
    ObjectNode query = node();
    terms.forEach(query.putObject("terms").putArray(field)::add);
    return query;
  }

  /// Matches documents by their own ids.
  static ObjectNode ids(Collection<String> ids) {
    ObjectNode query = node();
    ids.forEach(query.putObject("ids").putArray("values")::add);
    return query;
  }

  /// Matches documents that have a field.
  static ObjectNode exists(String field) {
    ObjectNode query = node();
    query.putObject("exists").put("field", field);
    return query;
  }

  /// Matches documents with a term that begins so.
  static ObjectNode prefix(String field, String start) {
    ObjectNode query = node();
    query.putObject("prefix").put(field, start);
    return query;
  }

  /// Matches documents with a term that differs by at most two letters.
  static ObjectNode fuzzy(String field, String term) {
    ObjectNode query = node();
    query.putObject("fuzzy").putObject(field).put("value", term).put("fuzziness", 2);
    return query;
  }

  /// Matches documents with a number in a range.
  ///
  /// @param from absent for any
  /// @param to absent for any
  static ObjectNode range(String field, @Nullable Integer from, @Nullable Integer to) {
    ObjectNode query = node();
    ObjectNode range = query.putObject("range").putObject(field);
    if (from != null) {
      range.put("gte", from);
    }
    if (to != null) {
      range.put("lte", to);
    }
    return query;
  }

  /// Matches documents that have words one after the other.
  ///
  /// @param words as [dev.akin.index.word.AnalyzedText] has them
  static ObjectNode phrase(String field, String words) {
    ObjectNode query = node();
    query.putObject("match_phrase").put(field, words);
    return query;
  }

  /// Matches documents that have all of some words.
  static ObjectNode all(String field, String words) {
    ObjectNode query = node();
    query.putObject("match").putObject(field).put("query", words).put("operator", "and");
    return query;
  }

  /// Gives every document that matches the same score.
  static ObjectNode constant(JsonNode query, double score) {
    ObjectNode constant = node();
    constant.putObject("constant_score").put("boost", score).set("filter", query);
    return constant;
  }

  /// Matches what one of some queries matches; the score is the greatest of theirs.
  static ObjectNode best(List<? extends JsonNode> queries) {
    ObjectNode query = node();
    queries.forEach(query.putObject("dis_max").put("tie_breaker", 0.0).putArray("queries")::add);
    return query;
  }

  /// Matches what passes all of some filters.
  static ObjectNode filtered(JsonNode... filters) {
    Bool all = new Bool();
    for (JsonNode filter : filters) {
      all.filter(filter);
    }
    return all.toJson();
  }

  /// Matches what one of some filters matches.
  static ObjectNode any(List<? extends JsonNode> filters) {
    Bool any = new Bool();
    filters.forEach(any::should);
    return any.atLeastOne().toJson();
  }

  /// Builds a query of several parts.
  static final class Bool {
    private final ObjectNode query = node();
    private final ObjectNode parts = query.putObject("bool");

    private Bool add(String occurrence, JsonNode part) {
      parts.withArray("/" + occurrence).add(part);
      return this;
    }

    /// Requires something, and adds its score.
    Bool must(JsonNode part) {
      return add("must", part);
    }

    /// Requires something.
    Bool filter(JsonNode part) {
      return add("filter", part);
    }

    /// Adds the score of something.
    Bool should(JsonNode part) {
      return add("should", part);
    }

    /// Leaves something out.
    Bool without(JsonNode part) {
      return add("must_not", part);
    }

    /// Requires one of those that may match.
    Bool atLeastOne() {
      parts.put("minimum_should_match", 1);
      return this;
    }

    ObjectNode toJson() {
      return query;
    }
  }
}
