package dev.akin.index.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.base.AkinException.Kind;
import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.ClusterSearch.Statistics;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Tag("store")
class ClusterSearchIT {
  private static final String ALL = "{\"query\":{\"match_all\":{}},\"sort\":[\"field\"]}";

  private TestCluster test;
  private ClusterSearch search;
  private String index;

  @BeforeEach
  void open() {
    test = new TestCluster("it-search");
    search = new ClusterSearch(test.cluster());
    ClusterIndexes indexes = new ClusterIndexes(test.cluster());
    index = indexes.name("mini", "1");
    indexes.create(
        index,
        json(
            """
            {"settings": {"number_of_shards": 2, "number_of_replicas": 0, "refresh_interval": "-1"},
             "mappings": {"_meta": {"akin": 1}, "properties": {"field": {"type": "keyword"}}}}"""),
        Deadline.NEVER);
  }

  @AfterEach
  void close() {
    if (test != null) {
      test.close();
    }
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text);
  }

  private void write(int first, int end) {
    try (BulkWriter writer =
        new BulkWriter(
            test.cluster(), index, new BulkOptions(7, 1 << 20, 3, Duration.ofMinutes(1)))) {
      for (int i = first; i < end; i++) {
        writer.put("p" + i, json("{\"field\":\"f" + i + "\"}"));
      }
      writer.flush();
    }
  }

  private static int hits(@Nullable JsonNode answer) {
    return Objects.requireNonNull(answer).path("hits").path("total").path("value").asInt();
  }

  private int found() {
    return hits(search.search(index, json(ALL), Statistics.GLOBAL, Deadline.NEVER));
  }

  @Test
  void findsWhatWasRefreshed() {
    write(0, 20);
    assertThat(found()).isZero();
    search.refresh(index, Deadline.NEVER);
    assertThat(found()).isEqualTo(20);
    assertThat(search.count(index, json("{\"term\":{\"field\":\"f7\"}}"), Deadline.NEVER))
        .isEqualTo(1);
  }

  @Test
  void aPointInTimeStaysAsItIs() {
    write(0, 3);
    search.refresh(index, Deadline.NEVER);
    String point = search.openPoint(index, Duration.ofMinutes(1), Deadline.NEVER);
    write(3, 9);
    search.refresh(index, Deadline.NEVER);
    JsonNode at = json("{\"query\":{\"match_all\":{}},\"pit\":{\"id\":\"%s\"}}".formatted(point));
    assertThat(hits(search.searchPoint(at, Statistics.LOCAL, Deadline.NEVER))).isEqualTo(3);
    assertThat(found()).isEqualTo(9);
    search.closePoint(point, Deadline.NEVER);
    search.closePoint(point, Deadline.NEVER);
    assertThat(search.searchPoint(at, Statistics.LOCAL, Deadline.NEVER)).isNull();
  }

  @Test
  void aReadOnlyIndexIsNamed() {
    test.cluster()
        .send(
            ClusterRequest.of(
                "PUT",
                "/" + index + "/_settings",
                json("{\"index.blocks.read_only_allow_delete\":true}")),
            Deadline.NEVER);
    assertThatThrownBy(() -> write(0, 1))
        .hasMessageContaining("takes no changes")
        .satisfies(e -> assertThat(((AkinException) e).kind()).isEqualTo(Kind.IO));
  }
}
