package dev.akin.index.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.base.AkinException.Kind;
import dev.akin.base.Deadline;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Tag("store")
class ClusterIndexesIT {
  private static final String LAYOUT =
      """
      {"settings": {"index.knn": true, "number_of_shards": 2, "number_of_replicas": 0},
       "mappings": {"dynamic": "strict", "_meta": {"akin": 1, "build": "b1"},
        "properties": {"field": {"type": "keyword"},
         "vector": {"type": "knn_vector", "dimension": 2,
          "method": {"name": "hnsw", "engine": "lucene", "space_type": "innerproduct",
           "parameters": {"m": 32, "ef_construction": 200}}}}}}""";

  private TestCluster test;
  private Cluster cluster;
  private ClusterIndexes indexes;

  @BeforeEach
  void open() {
    test = new TestCluster("it-indexes");
    cluster = test.cluster();
    indexes = new ClusterIndexes(cluster);
  }

  @AfterEach
  void close() {
    if (test != null) {
      test.close();
    }
  }

  private static ObjectNode layout() {
    return (ObjectNode) JsonMapper.shared().readTree(LAYOUT);
  }

  private String create(String build) {
    String name = indexes.name("mini", build);
    indexes.create(name, layout(), Deadline.NEVER);
    return name;
  }

  private ClusterIndexes.Mapped mapped() {
    return Objects.requireNonNull(indexes.current(Deadline.NEVER));
  }

  private String current() {
    return mapped().index();
  }

  private void send(String method, String path, String body) {
    cluster.send(
        ClusterRequest.of(method, path, JsonMapper.shared().readTree(body)), Deadline.NEVER);
  }

  @Test
  void anotherIndexTakesThePlaceInOneStep() {
    assertThat(indexes.current(Deadline.NEVER)).isNull();
    String one = create("1");
    String two = create("2");
    indexes.switchTo(null, one, Deadline.NEVER);
    assertThat(current()).isEqualTo("it-indexes-mini-1");
    indexes.switchTo(one, two, Deadline.NEVER);
    assertThat(current()).isEqualTo("it-indexes-mini-2");
    assertThat(indexes.all(Deadline.NEVER)).containsOnlyKeys(one, two);
    indexes.delete(one, Deadline.NEVER);
    indexes.delete(one, Deadline.NEVER);
    assertThat(indexes.all(Deadline.NEVER)).containsOnlyKeys(two);
  }

  @Test
  void switchesNothingIfSomebodyElseSwitchedFirst() {
    String one = create("1");
    String two = create("2");
    indexes.switchTo(null, two, Deadline.NEVER);
    assertThatThrownBy(() -> indexes.switchTo(one, one, Deadline.NEVER))
        .isInstanceOf(AkinException.class);
    assertThat(current()).isEqualTo(two);
  }

  @Test
  void keepsFactsWithTheIndex() {
    String index = create("1");
    ObjectNode facts = indexes.meta(index, Deadline.NEVER);
    assertThat(facts.path("build").asString()).isEqualTo("b1");
    indexes.meta(index, facts.put("commit", 7), Deadline.NEVER);
    assertThat(indexes.meta(index, Deadline.NEVER).path("commit").asInt()).isEqualTo(7);
    indexes.switchTo(null, index, Deadline.NEVER);
    indexes.requireMapping(mapped(), layout());
  }

  @Test
  void refusesAMappingThatSomebodyChanged() {
    String index = create("1");
    indexes.switchTo(null, index, Deadline.NEVER);
    send("PUT", "/" + index + "/_mapping", "{\"properties\":{\"other\":{\"type\":\"keyword\"}}}");
    assertThatThrownBy(() -> indexes.requireMapping(mapped(), layout()))
        .hasMessageContaining("properties.other is not akin's");
  }

  @Test
  void refusesAnIndexThatIsNotItsOwn() {
    send("PUT", "/it-indexes", "{}");
    assertThatThrownBy(() -> indexes.current(Deadline.NEVER))
        .hasMessageContaining("it-indexes is an index and not the alias");
    assertThatThrownBy(() -> indexes.meta("it-indexes", Deadline.NEVER))
        .hasMessageContaining("not an index of akin");
    assertThatThrownBy(() -> indexes.delete("it-indexes", Deadline.NEVER))
        .hasMessageContaining("not an index of akin");
  }

  @Test
  void leavesTheIndicesOfALongerNameAlone() {
    ClusterAddress own = cluster.address();
    ClusterAddress longer =
        new ClusterAddress(own.tls(), own.hosts(), own.user(), own.name() + "-longer");
    try (Cluster other = Cluster.at(longer, ClusterOptions.DEFAULT)) {
      ClusterIndexes others = new ClusterIndexes(other);
      String index = others.name("mini", "1");
      others.create(index, layout(), Deadline.NEVER);
      assertThat(indexes.all(Deadline.NEVER)).isEmpty();
      assertThat(others.all(Deadline.NEVER)).containsOnlyKeys(index);
      others.delete(index, Deadline.NEVER);
    }
  }

  @Test
  void refusesAnAliasOfSeveralIndices() {
    indexes.switchTo(null, create("1"), Deadline.NEVER);
    indexes.switchTo(null, create("2"), Deadline.NEVER);
    assertThatThrownBy(() -> indexes.current(Deadline.NEVER))
        .hasMessageContaining("names 2 indices");
  }

  @Test
  void saysThatThereIsOneAlready() {
    create("1");
    assertThatThrownBy(() -> create("1"))
        .satisfies(e -> assertThat(((AkinException) e).kind()).isEqualTo(Kind.EXISTS));
  }
}
