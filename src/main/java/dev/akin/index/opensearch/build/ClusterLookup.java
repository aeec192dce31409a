package dev.akin.index.opensearch.build;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.ClusterSearch;
import dev.akin.index.opensearch.client.ClusterSearch.Statistics;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Looks up papers and texts as of the last commit, many at once.
///
/// @param index the name of the build's index
///
/// @hidden public for its own room only
public record ClusterLookup(ClusterSearch search, String index, List<Space> spaces) {
  /// How many ids a request names.
  private static final int AT_ONCE = 1_000;

  /// How many documents an answer has, each with some kilobytes.
  private static final int PAGE = 1_000;

  /// A document found twice is left from a crash.
  private static final int MOST_EACH = 3;

  private static final Duration KEEP = Duration.ofMinutes(5);

  /// The papers among `ids`, with these fields.
  Map<PaperId, FoundDocument> papers(Collection<PaperId> ids, String... fields) {
    Map<PaperId, FoundDocument> found = new HashMap<>();
    List<String> names = ids.stream().map(PaperId::value).toList();
    for (FoundDocument each : find(IndexFields.ID, names, with(fields, IndexFields.ID))) {
      PaperId id = each.paperId();
      if (id != null) {
        found.put(id, each);
      }
    }
    return found;
  }

  /// The documents that have the vectors of texts: that of a shared text rather than that of a
  /// paper, if a crash left both.
  Map<TextKey, FoundDocument> holders(Collection<TextKey> texts, String... fields) {
    Map<TextKey, FoundDocument> found = new HashMap<>();
    for (FoundDocument each : allHolders(texts, fields)) {
      TextKey key = each.key();
      if (key != null) {
        found.merge(key, each, (one, other) -> one.paperId() == null ? one : other);
      }
    }
    return found;
  }

  /// All documents that have the vectors of texts.
  List<FoundDocument> allHolders(Collection<TextKey> texts, String... fields) {
    return find(
        ClusterLayout.KEY,
        texts.stream().map(TextKey::value).toList(),
        with(fields, IndexFields.ID, ClusterLayout.KEY));
  }

  /// All papers that have one of some texts.
  List<FoundDocument> papersOf(Collection<TextKey> texts, String... fields) {
    List<FoundDocument> papers = new ArrayList<>();
    for (List<TextKey> some : parts(List.copyOf(texts))) {
      scan(
          terms(ClusterLayout.TEXT, some.stream().map(TextKey::value).toList()),
          papers::add,
          with(fields, IndexFields.ID));
    }
    return papers;
  }

  /// Documents that match, those with the best scores first. Without scores there is no order.
  ///
  /// @param count maximum number of documents, 1 to 10,000
  List<FoundDocument> first(JsonNode query, int count, String... fields) {
    ObjectNode body = body(query, fields).put("size", count);
    body.set("query", query);
    return hits(search.search(index, body, Statistics.LOCAL, Deadline.NEVER));
  }

  /// Papers that have a field, in the order of their chances.
  ///
  /// @param from the first chance
  /// @param end the chance after the last
  List<FoundDocument> byChance(String field, int from, int end, int count, String... fields) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ArrayNode filter = query.putObject("bool").putArray("filter");
    filter.add(exists(field));
    filter
        .addObject()
        .putObject("range")
        .putObject(ClusterLayout.CHANCE)
        .put("gte", from)
        .put("lt", end);
    ObjectNode body = body(query, fields).put("size", count);
    ArrayNode sort = body.putArray("sort");
    sort.addObject().put(ClusterLayout.CHANCE, "asc");
    sort.addObject().put(IndexFields.ID, "asc");
    return hits(search.search(index, body, Statistics.LOCAL, Deadline.NEVER));
  }

  private static List<FoundDocument> hits(JsonNode answer) {
    List<FoundDocument> hits = new ArrayList<>();
    answer.path("hits").path("hits").forEach(hit -> hits.add(new FoundDocument(hit)));
    return hits;
  }

  /// The vectors of texts; those of which there are none are left out.
  Map<TextKey, TextVectors> vectors(Collection<TextKey> texts) {
    String[] fields =
        IntStream.range(0, spaces.size())
            .mapToObj(ClusterLayout::coordinates)
            .toArray(String[]::new);
    Map<TextKey, TextVectors> vectors = new HashMap<>();
    holders(texts, with(fields, ClusterLayout.SENTENCES))
        .forEach((text, holder) -> vectors.put(text, holder.vectors(spaces)));
    return vectors;
  }

  /// Those of some texts that papers have, apart from given papers.
  Set<TextKey> havingPapers(Collection<TextKey> texts, Collection<PaperId> except) {
    Set<TextKey> having = new HashSet<>();
    Set<PaperId> left = Set.copyOf(except);
    // A text may have more papers than are left out, so it is counted and not listed.
    for (List<TextKey> some : parts(List.copyOf(texts))) {
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", 0);
      ObjectNode bool = body.putObject("query").putObject("bool");
      ArrayNode filter = bool.putArray("filter");
      filter.add(terms(ClusterLayout.TEXT, some.stream().map(TextKey::value).toList()));
      ArrayNode not = bool.putArray("must_not");
      for (List<PaperId> ids : parts(List.copyOf(left))) {
        not.add(terms(IndexFields.ID, ids.stream().map(PaperId::value).toList()));
      }
      ObjectNode counted = body.putObject("aggs").putObject("texts").putObject("terms");
      counted.put("field", ClusterLayout.TEXT).put("size", some.size());
      for (JsonNode bucket :
          search
              .search(index, body, Statistics.LOCAL, Deadline.NEVER)
              .path("aggregations")
              .path("texts")
              .path("buckets")) {
        having.add(new TextKey(bucket.path("key").asString()));
      }
    }
    return having;
  }

  /// The papers among `ids` that were deleted permanently.
  Set<PaperId> deleted(Collection<PaperId> ids) {
    Set<PaperId> deleted = new HashSet<>();
    List<String> names = ids.stream().map(PaperId::value).toList();
    for (FoundDocument each : find(ClusterLayout.TOMBSTONE, names, ClusterLayout.TOMBSTONE)) {
      PaperId id = each.tombstone();
      if (id != null) {
        deleted.add(id);
      }
    }
    return deleted;
  }

  private List<FoundDocument> find(String field, List<String> values, String... fields) {
    List<FoundDocument> found = new ArrayList<>();
    for (List<String> some : parts(values)) {
      found.addAll(first(terms(field, some), MOST_EACH * some.size(), fields));
    }
    return found;
  }

  private static <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return parts;
  }

  private static String[] with(String[] fields, String... more) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /// Matches documents that have one of some values in a field.
  static ObjectNode terms(String field, Collection<String> values) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    values.forEach(query.putObject("terms").putArray(field)::add);
    return query;
  }

  /// Matches documents that have a field.
  static ObjectNode exists(String field) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    query.putObject("exists").put("field", field);
    return query;
  }

  private static ObjectNode body(JsonNode query, String... fields) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("_source", false).put("track_total_hits", false);
    body.putObject("query").putObject("bool").putArray("filter").add(query);
    List.of(fields).forEach(body.putArray("docvalue_fields")::add);
    return body;
  }

  /// Passes all documents that match to `each`, in no particular order, as they are now. Keeps only
  /// a page in memory.
  ///
  /// @return how many they were
  long scan(JsonNode query, Consumer<FoundDocument> each, String... fields) {
    String point = search.openPoint(index, KEEP, Deadline.NEVER);
    try {
      ObjectNode body = body(query, fields).put("size", PAGE);
      body.putArray("sort").addObject().put("_shard_doc", "asc");
      body.putObject("pit").put("id", point).put("keep_alive", KEEP.toSeconds() + "s");
      long count = 0;
      while (true) {
        JsonNode hits = page(body);
        for (JsonNode hit : hits) {
          each.accept(new FoundDocument(hit));
        }
        count += hits.size();
        if (hits.size() < PAGE) {
          return count;
        }
        body.set("search_after", new FoundDocument(hits.get(hits.size() - 1)).position());
      }
    } finally {
      search.closePoint(point, Deadline.NEVER);
    }
  }

  private JsonNode page(ObjectNode body) {
    JsonNode answer = search.searchPoint(body, Statistics.LOCAL, Deadline.NEVER);
    if (answer == null) {
      throw new IndexException(
          AkinException.Kind.UNAVAILABLE,
          index + ": the cluster lost a node while the index was read; run the same command again");
    }
    return answer.path("hits").path("hits");
  }

  /// Passes the id of every paper to `each`.
  ///
  /// @return how many there are
  public long scanIds(Consumer<PaperId> each) {
    return scan(exists(IndexFields.ID), found -> each.accept(id(found)), IndexFields.ID);
  }

  private static PaperId id(FoundDocument found) {
    return Objects.requireNonNull(found.paperId());
  }

  /// Passes every paper to `each`.
  ///
  /// @return how many there are
  public long scanPapers(Consumer<Paper> each) {
    return scan(exists(IndexFields.ID), found -> each.accept(found.paper()), IndexFields.RECORD);
  }

  /// The papers that were deleted permanently, in the order of ids.
  public List<PaperId> deleted() {
    List<PaperId> deleted = new ArrayList<>();
    scan(
        exists(ClusterLayout.TOMBSTONE),
        found -> deleted.add(Objects.requireNonNull(found.tombstone())),
        ClusterLayout.TOMBSTONE);
    Collections.sort(deleted);
    return deleted;
  }
}
