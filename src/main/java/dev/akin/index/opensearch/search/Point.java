package dev.akin.index.opensearch.search;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.ClusterSearch;
import dev.akin.index.opensearch.client.ClusterSearch.Statistics;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.store.IndexException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A point in time of an index in a cluster: what is written later does not change its answers. It
/// counts its users: the cluster keeps it until the last user releases it. Safe for use by many
/// threads.
///
/// A cluster drops a point that nobody has asked for some minutes, and loses it with a node that
/// has no replica. Then searches fail with the kind `UNAVAILABLE`, and [#isLost] says so.
///
/// @hidden public for its own room only
public final class Point {
  /// How long the cluster keeps it after the last search.
  private static final Duration KEPT = Duration.ofMinutes(10);

  /// Documents of one answer, if only their names are wanted.
  static final int MAX_RESULTS = 10_000;

  /// Documents of one answer, if they are.
  static final int PAGE = 1_000;

  private static final Duration CLOSING_TIME = Duration.ofSeconds(2);

  private final ClusterSearch search;
  private final String id;
  private final String where;
  private final AtomicInteger users = new AtomicInteger(1);
  private volatile boolean lost;

  private Point(ClusterSearch search, String id, String where) {
    this.search = search;
    this.id = id;
    this.where = where;
  }

  /// Opens the point now of an index; the caller is its first user.
  ///
  /// @param where names the cluster in messages
  public static Point open(ClusterSearch search, String index, String where, Deadline deadline) {
    return new Point(search, search.openPoint(index, KEPT, deadline), where);
  }

  /// Whether the cluster no longer has it.
  public boolean isLost() {
    return lost;
  }

  /// Asks the cluster to keep it for some more minutes.
  public void keep(Deadline deadline) {
    search(body(SearchJson.nothing(), 0), deadline);
  }

  /// Searches with the statistics of each shard.
  ///
  /// @param body what OpenSearch's `_search` takes
  JsonNode search(ObjectNode body, Deadline deadline) {
    return search(body, Statistics.LOCAL, deadline);
  }

  /// Searches.
  ///
  /// @param body what OpenSearch's `_search` takes
  /// @throws IndexException if the cluster cannot answer, or not in time
  JsonNode search(ObjectNode body, Statistics statistics, Deadline deadline) {
    body.putObject("pit").put("id", id).put("keep_alive", KEPT.toSeconds() + "s");
    JsonNode answer = search.searchPoint(body, statistics, deadline);
    if (answer == null) {
      lost = true;
      throw new IndexException(
          AkinException.Kind.UNAVAILABLE,
          where + ": the cluster has dropped the version of the index that was read; ask again");
    }
    return answer;
  }

  /// The documents that a search finds.
  List<FoundDocument> found(ObjectNode body, Deadline deadline) {
    return found(search(body, deadline));
  }

  /// The documents that were found.
  static List<FoundDocument> found(JsonNode answer) {
    List<FoundDocument> found = new ArrayList<>();
    answer.path("hits").path("hits").forEach(hit -> found.add(new FoundDocument(hit)));
    return found;
  }

  /// How many documents match.
  int count(ObjectNode query, Deadline deadline) {
    ObjectNode body = body(query, 0);
    body.put("track_total_hits", true);
    return search(body, deadline).path("hits").path("total").path("value").asInt();
  }

  /// Passes all documents that match to `each`, sorted by a field whose terms are all different.
  ///
  /// @param fields what is wanted of them, apart from names
  void scan(
      ObjectNode query,
      String field,
      List<String> fields,
      Deadline deadline,
      Consumer<FoundDocument> each) {
    int page = fields.isEmpty() ? MAX_RESULTS : PAGE;
    JsonNode after = null;
    while (true) {
      ObjectNode body = body(query, page, fields);
      body.putArray("sort").addObject().put(field, "asc");
      if (after != null) {
        body.set("search_after", after);
      }
      List<FoundDocument> found = found(body, deadline);
      found.forEach(each);
      if (found.size() < page) {
        return;
      }
      after = found.getLast().position();
    }
  }

  /// The body of a search for documents with their names.
  ///
  /// @param size how many documents are wanted
  static ObjectNode body(ObjectNode query, int size) {
    return body(query, size, List.of());
  }

  /// The same with other fields, too.
  static ObjectNode body(ObjectNode query, int size, List<String> fields) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("size", size).put("track_total_hits", false).put("_source", false);
    body.set("query", query);
    ArrayNode wanted = body.putArray("docvalue_fields");
    PaperNumbers.FIELDS.forEach(wanted::add);
    fields.forEach(wanted::add);
    return body;
  }

  /// Adds a user, who must call [#release].
  ///
  /// @return false if nobody uses it any more
  public boolean acquire() {
    return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  /// Removes a user; the last one lets the cluster drop it.
  public void release() {
    if (users.decrementAndGet() == 0 && !lost) {
      try {
        search.closePoint(id, Deadline.in(CLOSING_TIME));
      } catch (IndexException _) {
        // The cluster drops it by itself after a while.
      }
    }
  }
}
