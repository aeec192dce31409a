package dev.akin.index.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.base.AkinException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class BulkWriterIT {
  private static final String WHOLE = "{\"status\":201,\"_shards\":{\"total\":2,\"successful\":2}}";
  private static final String HALF = "{\"status\":201,\"_shards\":{\"total\":2,\"successful\":1}}";

  private final List<Duration> waits = new CopyOnWriteArrayList<>();

  private static String error(int status, String type, String reason) {
    return "{\"status\":%d,\"error\":{\"type\":\"%s\",\"reason\":\"%s\"}}"
        .formatted(status, type, reason);
  }

  private static FakeCluster.Answer items(String... items) {
    return FakeCluster.json(
        200,
        Stream.of(items)
            .map(item -> "{\"index\":" + item + "}")
            .collect(Collectors.joining(",", "{\"items\":[", "]}")));
  }

  private static ObjectNode document(int value) {
    return JsonNodeFactory.instance.objectNode().put("x", value);
  }

  private Cluster cluster(FakeCluster host) {
    return new Cluster(host.address(), ClusterOptions.DEFAULT, () -> 0, waits::add);
  }

  private static BulkWriter writer(Cluster cluster, int maxDocuments) {
    return new BulkWriter(
        cluster, "a", new BulkOptions(maxDocuments, 1 << 20, 1, Duration.ofSeconds(1)));
  }

  @Test
  void sendsDocumentsTogetherAndWaitsForAllCopies() {
    try (FakeCluster host = new FakeCluster(items(WHOLE, WHOLE), items(WHOLE));
        Cluster cluster = cluster(host);
        BulkWriter writer = writer(cluster, 2)) {
      writer.put("p", document(1));
      writer.put("q", document(2));
      writer.delete("r");
      writer.flush();
      assertThat(host.requests)
          .containsExactly(
              """
              POST /a/_bulk?wait_for_active_shards=all&timeout=20s {"index":{"_id":"p"}}
              {"x":1}
              {"index":{"_id":"q"}}
              {"x":2}""",
              """
              POST /a/_bulk?wait_for_active_shards=all&timeout=20s {"delete":{"_id":"r"}}""");
    }
  }

  @Test
  void sendsTheLastChangeOfADocumentOnly() {
    try (FakeCluster host = new FakeCluster(items(WHOLE));
        Cluster cluster = cluster(host);
        BulkWriter writer = writer(cluster, 9)) {
      writer.put("p", document(1));
      writer.put("p", document(2));
      writer.flush();
      assertThat(host.requests.getFirst()).contains("{\"x\":2}").doesNotContain("{\"x\":1}");
    }
  }

  @Test
  void sendsAgainWhatABusyClusterRefusedAndWhatNotAllCopiesTook() {
    String full = error(429, "rejected_execution_exception", "queue is full");
    try (FakeCluster host =
            new FakeCluster(items(WHOLE, full, HALF), items(WHOLE, HALF), items(WHOLE));
        Cluster cluster = cluster(host);
        BulkWriter writer = writer(cluster, 9)) {
      writer.put("p", document(1));
      writer.put("q", document(2));
      writer.put("r", document(3));
      writer.flush();
      assertThat(host.requests.get(1)).contains("\"q\"", "\"r\"").doesNotContain("\"p\"");
      assertThat(host.requests.get(2)).contains("\"r\"").doesNotContain("\"q\"");
      assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }
  }

  @Test
  void namesEachDocumentThatWasNotWritten() {
    String bad = error(400, "mapper_parsing_exception", "failed to parse");
    try (FakeCluster host = new FakeCluster(items(bad, WHOLE, bad));
        Cluster cluster = cluster(host);
        BulkWriter writer = writer(cluster, 9)) {
      writer.put("p", document(1));
      writer.put("q", document(2));
      writer.put("r", document(3));
      assertThatThrownBy(writer::flush)
          .hasMessageContaining("2 documents could not be written to a:")
          .hasMessageContaining("p (failed to parse), r (failed to parse)")
          .satisfies(e -> assertThat(((AkinException) e).kind()).isEqualTo(Kind.FAILED));
    }
  }

  @Test
  void givesUpWhenCopiesStayAway() {
    try (FakeCluster host = new FakeCluster(items(HALF));
        Cluster cluster = cluster(host);
        BulkWriter writer = writer(cluster, 9)) {
      writer.put("p", document(1));
      assertThatThrownBy(writer::flush)
          .hasMessageContaining("p (not all copies have it)")
          .satisfies(e -> assertThat(((AkinException) e).kind()).isEqualTo(Kind.UNAVAILABLE));
      assertThat(waits).hasSize(3);
    }
  }

  @Test
  void stopsAtOnceWhenTheDisksAreFull() {
    String blocked = error(429, "cluster_block_exception", "flood-stage watermark");
    try (FakeCluster host = new FakeCluster(items(blocked));
        Cluster cluster = cluster(host);
        BulkWriter writer = writer(cluster, 9)) {
      writer.put("p", document(1));
      assertThatThrownBy(writer::flush)
          .hasMessageContaining("free space")
          .satisfies(e -> assertThat(((AkinException) e).kind()).isEqualTo(Kind.IO));
      assertThat(waits).isEmpty();
    }
  }
}
