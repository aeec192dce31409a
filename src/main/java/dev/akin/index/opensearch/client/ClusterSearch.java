package dev.akin.index.opensearch.client;

import dev.akin.base.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads an index of a cluster. An answer is whole, or there is none: never one from only some of
/// the shards. Safe for use by many threads.
///
/// @hidden public for its own room only
public final class ClusterSearch {
  private static final String WHOLE = "allow_partial_search_results=false";

  private final Cluster cluster;

  public ClusterSearch(Cluster cluster) {
    this.cluster = cluster;
  }

  /// Whose statistics decide what a word weighs.
  public enum Statistics {
    /// Those of each shard.
    LOCAL("query_then_fetch"),
    /// Those of the whole index: the same scores however the papers are spread.
    GLOBAL("dfs_query_then_fetch");

    private final String type;

    Statistics(String type) {
      this.type = type;
    }
  }

  /// Searches an index or alias.
  ///
  /// @param body what OpenSearch's `_search` takes
  /// @return what it answers
  public JsonNode search(String index, JsonNode body, Statistics statistics, Deadline deadline) {
    return cluster.send(search(ClusterRequest.path(index), body, statistics), deadline);
  }

  /// Searches the point in time that `body` names.
  ///
  /// @return what OpenSearch answers; absent if the point in time is gone
  public @Nullable JsonNode searchPoint(JsonNode body, Statistics statistics, Deadline deadline) {
    return cluster.sendIfThere(search("", body, statistics), deadline);
  }

  private static ClusterRequest search(String path, JsonNode body, Statistics statistics) {
    return ClusterRequest.of(
        "POST", path + "/_search?" + WHOLE + "&search_type=" + statistics.type, body);
  }

  /// How many documents match.
  ///
  /// @param query a query of OpenSearch
  public long count(String index, JsonNode query, Deadline deadline) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("query", query);
    return cluster
        .send(ClusterRequest.of("POST", ClusterRequest.path(index) + "/_count", body), deadline)
        .path("count")
        .asLong();
  }

  /// Opens a point in time of an index: from now on what is written does not change its answers.
  ///
  /// @param keepAlive how long it stays after the last search that names it
  /// @return its id
  public String openPoint(String index, Duration keepAlive, Deadline deadline) {
    return cluster
        .send(
            ClusterRequest.of(
                "POST",
                "%s/_search/point_in_time?keep_alive=%ds&allow_partial_pit_creation=false"
                    .formatted(ClusterRequest.path(index), keepAlive.toSeconds())),
            deadline)
        .path("pit_id")
        .asString();
  }

  /// Closes a point in time; one that is gone already stays so.
  public void closePoint(String id, Deadline deadline) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("pit_id").add(id);
    cluster.sendIfThere(ClusterRequest.of("DELETE", "/_search/point_in_time", body), deadline);
  }

  /// Makes everything that was written visible to searches.
  public void refresh(String index, Deadline deadline) {
    cluster.send(ClusterRequest.of("POST", ClusterRequest.path(index) + "/_refresh"), deadline);
  }
}
