package dev.akin.index.opensearch.build;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.ClusterSearch;
import dev.akin.index.opensearch.client.ClusterSearch.Statistics;
import dev.akin.index.opensearch.commit.IndexFacts.WordTotals;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Holdings;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Counts what searches see of an index.
///
/// @param holdings papers, texts and languages
/// @param words in title and abstract
/// @param titles in titles
///
/// @hidden public for its own room only
public record ClusterHoldings(Holdings holdings, WordTotals words, WordTotals titles) {
  /// More than there are languages.
  private static final int LANGUAGES = 1_000;

  private static final String COUNT = "count_";
  private static final String SUM = "sum_";
  private static final String TERMS = "terms_";

  /// Counts, in one request.
  public static ClusterHoldings count(ClusterSearch search, String index) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("size", 0).put("track_total_hits", false);
    ObjectNode counted = body.putObject("aggs");
    for (String field :
        new String[] {
          IndexFields.ID,
          ClusterLayout.KEY,
          ClusterLayout.TOMBSTONE,
          ClusterLayout.WORDS_LENGTH,
          ClusterLayout.TITLE_LENGTH
        }) {
      counted.putObject(COUNT + field).putObject("value_count").put("field", field);
    }
    for (String field : new String[] {ClusterLayout.WORDS_LENGTH, ClusterLayout.TITLE_LENGTH}) {
      counted.putObject(SUM + field).putObject("sum").put("field", field);
    }
    for (String field :
        new String[] {IndexFields.KNOWN_BY, IndexFields.LANGUAGE, IndexFields.WORDS_IN}) {
      ObjectNode terms = counted.putObject(TERMS + field).putObject("terms");
      terms.put("field", field).put("size", LANGUAGES);
    }
    return of(search.search(index, body, Statistics.LOCAL, Deadline.NEVER).path("aggregations"));
  }

  private static ClusterHoldings of(JsonNode counts) {
    SortedMap<String, Integer> knownBy = terms(counts, IndexFields.KNOWN_BY);
    return new ClusterHoldings(
        new Holdings(
            number(counts, IndexFields.ID),
            number(counts, ClusterLayout.KEY),
            knownBy.getOrDefault(IndexFields.BY_TITLE, 0),
            knownBy.getOrDefault(IndexFields.BY_NOTHING, 0),
            number(counts, ClusterLayout.TOMBSTONE),
            terms(counts, IndexFields.LANGUAGE),
            terms(counts, IndexFields.WORDS_IN)),
        totals(counts, ClusterLayout.WORDS_LENGTH),
        totals(counts, ClusterLayout.TITLE_LENGTH));
  }

  private static int number(JsonNode counts, String field) {
    return Math.toIntExact(counts.path(COUNT + field).path("value").asLong());
  }

  private static WordTotals totals(JsonNode counts, String field) {
    return new WordTotals(
        number(counts, field), (long) counts.path(SUM + field).path("value").asDouble());
  }

  private static SortedMap<String, Integer> terms(JsonNode counts, String field) {
    SortedMap<String, Integer> terms = new TreeMap<>();
    for (JsonNode bucket : counts.path(TERMS + field).path("buckets")) {
      terms.put(bucket.path("key").asString(), Math.toIntExact(bucket.path("doc_count").asLong()));
    }
    return terms;
  }
}
