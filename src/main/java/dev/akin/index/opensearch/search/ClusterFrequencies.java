package dev.akin.index.opensearch.search;

import dev.akin.base.Deadline;
import dev.akin.index.record.IndexFields;
import dev.akin.index.word.WordFrequencies;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// In how many papers of one commit words are, in the whole cluster. Remembers what it was asked.
/// Safe for use by many threads.
final class ClusterFrequencies {
  /// About 10 MB.
  private static final int MAX_REMEMBERED = 100_000;

  private final Point point;
  private final Map<String, WordFrequencies.Frequency> remembered = new ConcurrentHashMap<>();

  ClusterFrequencies(Point point) {
    this.point = point;
  }

  /// Looks up words that will be asked for, all at once.
  WordFrequencies of(Collection<String> words, Deadline deadline) {
    List<String> unknown =
        words.stream().distinct().filter(word -> !remembered.containsKey(word)).toList();
    Map<String, WordFrequencies.Frequency> found = new ConcurrentHashMap<>();
    if (!unknown.isEmpty()) {
      found.putAll(lookUp(unknown, deadline));
      if (remembered.size() < MAX_REMEMBERED) {
        remembered.putAll(found);
      }
    }
    return word ->
        found.getOrDefault(word, remembered.getOrDefault(word, WordFrequencies.Frequency.NONE));
  }

  private Map<String, WordFrequencies.Frequency> lookUp(List<String> words, Deadline deadline) {
    ObjectNode body = Point.body(SearchJson.everything(), 0);
    ObjectNode aggregations = body.putObject("aggs");
    count(aggregations, IndexFields.WORDS, words);
    count(aggregations, IndexFields.TITLE_WORDS, words);
    JsonNode counted = point.search(body, deadline).path("aggregations");
    Map<String, WordFrequencies.Frequency> found = new ConcurrentHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      found.put(
          words.get(i),
          new WordFrequencies.Frequency(
              counted(counted, IndexFields.WORDS, i),
              counted(counted, IndexFields.TITLE_WORDS, i)));
    }
    return found;
  }

  private static void count(ObjectNode aggregations, String field, List<String> words) {
    ObjectNode filters = aggregations.putObject(field).putObject("filters").putObject("filters");
    for (int i = 0; i < words.size(); i++) {
      filters.set("w" + i, SearchJson.term(field, words.get(i)));
    }
  }

  private static int counted(JsonNode aggregations, String field, int word) {
    return aggregations.path(field).path("buckets").path("w" + word).path("doc_count").asInt();
  }
}
