package dev.akin.index.opensearch.client;

import dev.akin.base.AkinException.Kind;
import dev.akin.base.Deadline;
import dev.akin.base.Printable;
import dev.akin.index.store.IndexException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Sends batches until every document of them is on all copies of the index.
///
/// OpenSearch says for each document what became of it. Those that a busy or incomplete cluster did
/// not take, and those that only some of the copies took, are sent again after a growing wait. They
/// have ids, so to send one twice changes nothing.
final class BulkRequests {
  private static final int MAX_NAMED = 10;

  /// `wait_for_active_shards`: a change waits until all copies are there to take it.
  private static final String ALL_COPIES = "/_bulk?wait_for_active_shards=all&timeout=20s";

  /// Statuses of a document that may be another one later.
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

  private static final int NO_SUCH_DOCUMENT = 404;
  private static final int MULTIPLE_CHOICES = 300;

  private final Cluster cluster;
  private final String path;
  private final String index;
  private final Duration patience;

  BulkRequests(Cluster cluster, String index, Duration patience) {
    this.cluster = cluster;
    this.index = index;
    this.path = ClusterRequest.path(index) + ALL_COPIES;
    this.patience = patience;
  }

  /// Writes a batch.
  ///
  /// @throws IndexException if some of it cannot be written
  void write(BulkBatch batch) {
    GrowingWait waits = new GrowingWait(patience, Deadline.NEVER);
    BulkBatch left = batch;
    while (left.documents() > 0) {
      Map<String, String> later = send(left);
      if (later.isEmpty()) {
        return;
      }
      IndexException problem = notWritten(Kind.UNAVAILABLE, later);
      Duration wait = waits.next(Duration.ZERO);
      if (wait == null) {
        throw problem;
      }
      cluster.pause(wait, problem);
      left = left.only(later.keySet());
    }
  }

  /// Sends a batch once.
  ///
  /// @return why a document has to be sent again, by its id
  private Map<String, String> send(BulkBatch batch) {
    ClusterRequest request = ClusterRequest.lines(path, batch.body());
    JsonNode items = cluster.send(request, Deadline.NEVER).path("items");
    List<String> ids = batch.ids();
    if (items.size() != ids.size()) {
      throw notWritten(
          Kind.FAILED, Map.of(ids.getFirst(), "the cluster does not say what became of it"));
    }
    Map<String, String> later = new LinkedHashMap<>();
    Map<String, String> refused = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      JsonNode item = items.get(i).iterator().next();
      ClusterAnswer answer = new ClusterAnswer(item.path("status").asInt(), item);
      if (answer.isReadOnly()) {
        throw cluster.failure(request, answer);
      }
      if (isDone(answer)) {
        if (!isOnAllCopies(item)) {
          later.put(ids.get(i), "not all copies have it");
        }
      } else {
        (LATER.contains(answer.status()) ? later : refused).put(ids.get(i), answer.reason());
      }
    }
    if (!refused.isEmpty()) {
      throw notWritten(Kind.FAILED, refused);
    }
    return later;
  }

  private static boolean isDone(ClusterAnswer answer) {
    return answer.status() < MULTIPLE_CHOICES
        || (answer.status() == NO_SUCH_DOCUMENT && !answer.body().has("error"));
  }

  private static boolean isOnAllCopies(JsonNode item) {
    JsonNode copies = item.path("_shards");
    return copies.path("successful").asInt() == copies.path("total").asInt();
  }

  private IndexException notWritten(Kind kind, Map<String, String> reasons) {
    String named =
        reasons.entrySet().stream()
            .limit(MAX_NAMED)
            .map(each -> each.getKey() + " (" + each.getValue() + ")")
            .collect(Collectors.joining(", "));
    int more = reasons.size() - MAX_NAMED;
    return new IndexException(
        kind,
        "%s: %s could not be written to %s: %s%s"
            .formatted(
                cluster.address(),
                Printable.count(reasons.size(), "document"),
                index,
                Printable.of(named),
                more > 0 ? " and " + more + " more" : ""));
  }

  /// Makes what was written visible to searches.
  void refresh(Deadline deadline) {
    new ClusterSearch(cluster).refresh(index, deadline);
  }

  /// The failure of a caller that was stopped.
  IndexException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IndexException(
        Kind.UNAVAILABLE, cluster.address() + ": writing to the cluster was stopped", cause);
  }
}
