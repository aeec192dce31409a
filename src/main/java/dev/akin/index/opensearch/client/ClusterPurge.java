package dev.akin.index.opensearch.client;

import dev.akin.base.AkinException.Kind;
import dev.akin.base.Deadline;
import dev.akin.index.store.IndexException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// Removes from the disks of a cluster what was deleted from an index.
///
/// A deleted document is hidden at once, but stays in its segment. The copies of a shard keep it,
/// in case one of them has to catch up, until they have told each other that they all have the
/// deletion; OpenSearch does that every 30 seconds, and nothing hurries it. A merge before that
/// removes nothing. So this waits for that first, and then has the cluster write anew the segments
/// that have deleted documents, once.
///
/// What a service still reads ([dev.akin.index.opensearch.search.Point]) stays until it has turned
/// to a newer commit, which takes it some seconds.
///
/// @hidden public for its own room only
public final class ClusterPurge {
  /// Twice the time that copies take to tell each other.
  private static final Duration AGREEING = Duration.ofMinutes(1);

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /// How long the merge is waited for. The cluster goes on with it afterwards.
  private static final Duration MERGING = Duration.ofMinutes(10);

  private final Cluster cluster;
  private final String index;

  public ClusterPurge(Cluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
  }

  /// Waits until what was deleted is gone.
  ///
  /// @throws IndexException of the kind `BUSY` if that takes longer; the cluster goes on with it
  public void run() {
    if (deletedDocuments() == 0) {
      return;
    }
    awaitAgreement();
    post("/_flush");
    merge();
    if (deletedDocuments() > 0) {
      throw unfinished();
    }
  }

  private IndexException unfinished() {
    return failure(
        Kind.BUSY,
        "what was deleted from %s is hidden, but some of it may still be on the disks; run the same command again"
            .formatted(index));
  }

  private IndexException failure(Kind kind, String message) {
    return new IndexException(kind, cluster.address() + ": " + message);
  }

  private long deletedDocuments() {
    return statistics("docs").path("_all").path("total").path("docs").path("deleted").asLong();
  }

  private JsonNode statistics(String what) {
    return cluster.send(
        ClusterRequest.of("GET", ClusterRequest.path(index) + "/_stats/" + what), Deadline.NEVER);
  }

  private JsonNode post(String what) {
    return cluster.send(
        ClusterRequest.of("POST", ClusterRequest.path(index) + what), Deadline.NEVER);
  }

  /// Waits until no copy of a shard keeps what was deleted for another one.
  private void awaitAgreement() {
    Deadline agreed = Deadline.in(AGREEING);
    while (!isAgreed() && !agreed.hasPassed()) {
      cluster.pause(LOOK_EVERY);
    }
  }

  private boolean isAgreed() {
    for (JsonNode copies :
        statistics("docs?level=shards").path("indices").path(index).path("shards")) {
      for (JsonNode copy : copies) {
        long last = copy.path("seq_no").path("max_seq_no").asLong();
        for (JsonNode lease : copy.path("retention_leases").path("leases")) {
          if (lease.path("retaining_seq_no").asLong() <= last) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void merge() {
    Deadline merged = Deadline.in(MERGING);
    String task =
        post("/_forcemerge?only_expunge_deletes=true&wait_for_completion=false")
            .path("task")
            .asString();
    ClusterRequest status =
        ClusterRequest.of(
            "GET", "/_tasks" + ClusterRequest.path(task) + "?wait_for_completion=true&timeout=20s");
    while (!merged.hasPassed()) {
      ClusterAnswer answer = cluster.ask(status, Deadline.NEVER);
      if (answer.isGood() && answer.body().path("completed").asBoolean()) {
        requireDone(answer.body());
        return;
      }
      if (!answer.isGood() && !answer.errorTypes().contains("timeout_exception")) {
        throw cluster.failure(status, answer);
      }
    }
    throw unfinished();
  }

  private void requireDone(JsonNode task) {
    JsonNode reason = task.path("error").path("reason");
    if (!reason.isMissingNode()) {
      throw failure(
          Kind.IO,
          "what was deleted from %s is hidden, but could not be removed from the disks: %s"
              .formatted(index, reason.asString("")));
    }
  }
}
