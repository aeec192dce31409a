package dev.akin.index.opensearch.client;

import dev.akin.base.AkinException.Kind;
import dev.akin.base.Deadline;
import dev.akin.index.store.IndexException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The indices that belong to a name: `akin-<model>-<build>`, of which the alias `akin` names the
/// one that answers. Another one takes its place in one step, while the old one answers.
///
/// Facts about an index are in `_meta` of its mapping, which the cluster keeps on a majority of its
/// managers and changes as a whole. Its entry `akin` says that the index is akin's, and `alias` to
/// which name it belongs; no other index is ever written to, answered from or deleted.
///
/// @hidden public for its own room only
public final class ClusterIndexes {
  /// The entry of `_meta` that every index of akin has: the number of its form.
  public static final String MARK = "akin";

  private static final String ALIAS = "alias";

  private final Cluster cluster;
  private final String alias;

  public ClusterIndexes(Cluster cluster) {
    this.cluster = cluster;
    this.alias = cluster.address().name();
  }

  /// The name of the index of a build.
  public String name(String model, String build) {
    return IndexName.of(alias, model, build);
  }

  /// Makes an index, and waits until all its copies are there.
  ///
  /// @param layout its settings and its mapping, whose `_meta` has the entry [#MARK]
  /// @throws IndexException if there is one already, or the cluster has too few nodes for its
  ///   copies
  public void create(String index, ObjectNode layout, Deadline deadline) {
    layout.withObject("/mappings/_meta").put(ALIAS, alias);
    JsonNode answer =
        cluster.send(
            ClusterRequest.of(
                "PUT",
                ClusterRequest.path(index) + "?wait_for_active_shards=all&timeout=30s",
                layout),
            deadline);
    if (!answer.path("shards_acknowledged").asBoolean()) {
      throw exception(
          Kind.UNAVAILABLE,
          "the cluster cannot hold all copies of %s: it needs more nodes, or fewer replicas"
              .formatted(index));
    }
  }

  /// Deletes an index of akin; none is fine, too.
  public void delete(String index, Deadline deadline) {
    JsonNode found = cluster.sendIfThere(mapping(index), deadline);
    if (found != null) {
      meta(new Mapped(index, found.path(index).path("mappings")));
      cluster.sendIfThere(ClusterRequest.of("DELETE", ClusterRequest.path(index)), deadline);
    }
  }

  /// An index and its mapping.
  public record Mapped(String index, JsonNode mapping) {}

  /// The index that answers; absent if there is none yet.
  ///
  /// @throws IndexException if the alias names several, or an index has its name
  public @Nullable Mapped current(Deadline deadline) {
    JsonNode found = cluster.sendIfThere(mapping(alias), deadline);
    if (found == null) {
      return null;
    }
    List<String> names = List.copyOf(found.propertyNames());
    if (names.size() != 1) {
      throw exception(
          Kind.CONFIGURATION,
          "the alias %s names %d indices (%s); it must name one"
              .formatted(alias, names.size(), String.join(", ", names)));
    }
    String index = names.getFirst();
    if (index.equals(alias)) {
      throw exception(
          Kind.CONFIGURATION,
          "%s is an index and not the alias of one of akin's; choose another name"
              .formatted(alias));
    }
    return new Mapped(index, found.path(index).path("mappings"));
  }

  /// Lets another index answer, in one step.
  ///
  /// @param from the index that answered; absent if there is none
  public void switchTo(@Nullable String from, String to, Deadline deadline) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode actions = body.putArray("actions");
    if (from != null) {
      ObjectNode remove = actions.addObject().putObject("remove");
      remove.put("index", from).put("alias", alias).put("must_exist", true);
    }
    actions.addObject().putObject("add").put("index", to).put("alias", alias);
    cluster.send(ClusterRequest.of("POST", "/_aliases", body), deadline);
  }

  /// The facts of all indices of akin that belong to the name, also those that do not answer, by
  /// the name of the index.
  public SortedMap<String, JsonNode> all(Deadline deadline) {
    SortedMap<String, JsonNode> found = new TreeMap<>();
    JsonNode mappings =
        cluster.send(
            ClusterRequest.of("GET", "/" + alias + "-*/_mapping?filter_path=*.mappings._meta"),
            deadline);
    for (String index : mappings.propertyNames()) {
      JsonNode meta = mappings.path(index).path("mappings").path("_meta");
      if (meta.has(MARK) && meta.path(ALIAS).asString("").equals(alias)) {
        found.put(index, meta);
      }
    }
    return found;
  }

  /// The facts of an index.
  ///
  /// @throws IndexException if there is no such index, or it is not akin's
  public ObjectNode meta(String index, Deadline deadline) {
    return meta(
        new Mapped(index, cluster.send(mapping(index), deadline).path(index).path("mappings")));
  }

  /// The facts of an index.
  ///
  /// @throws IndexException if it is not akin's
  public ObjectNode meta(Mapped of) {
    JsonNode meta = of.mapping.path("_meta");
    if (!meta.has(MARK)) {
      throw exception(
          Kind.CONFIGURATION,
          "%s is not an index of akin; choose another name".formatted(of.index));
    }
    return (ObjectNode) meta;
  }

  /// Replaces the facts of an index.
  public void meta(String index, ObjectNode facts, Deadline deadline) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("_meta", facts.put(ALIAS, alias));
    cluster.send(
        ClusterRequest.of("PUT", ClusterRequest.path(index) + "/_mapping", body), deadline);
  }

  /// Refuses an index whose fields are no longer as akin made them.
  ///
  /// @param layout what [#create] was given
  public void requireMapping(Mapped of, JsonNode layout) {
    List<String> differences = new ArrayList<>();
    MappingDifference.find(layout.path("mappings"), of.mapping, differences);
    if (!differences.isEmpty()) {
      throw exception(
          Kind.CONFIGURATION,
          "somebody changed the mapping of %s: %s; index the papers again under another name, or delete that index of the cluster first"
              .formatted(of.index, differences.getFirst()));
    }
  }

  /// Whether somebody reads an index: how many points in time are open.
  public long openPoints(String index, Deadline deadline) {
    return cluster
        .send(ClusterRequest.of("GET", ClusterRequest.path(index) + "/_stats/search"), deadline)
        .path("_all")
        .path("total")
        .path("search")
        .path("point_in_time_current")
        .asLong();
  }

  /// How many nodes hold data.
  public int dataNodes(Deadline deadline) {
    return cluster
        .send(ClusterRequest.of("GET", "/_cluster/health"), deadline)
        .path("number_of_data_nodes")
        .asInt();
  }

  /// The size of an index on disk, without replicas.
  public long sizeBytes(String index, Deadline deadline) {
    return cluster
        .send(ClusterRequest.of("GET", ClusterRequest.path(index) + "/_stats/store"), deadline)
        .path("_all")
        .path("primaries")
        .path("store")
        .path("size_in_bytes")
        .asLong();
  }

  /// The free space on the disks of all nodes, in bytes.
  public long freeBytes(Deadline deadline) {
    return cluster
        .send(ClusterRequest.of("GET", "/_cluster/stats?filter_path=nodes.fs"), deadline)
        .path("nodes")
        .path("fs")
        .path("available_in_bytes")
        .asLong();
  }

  private static ClusterRequest mapping(String index) {
    return ClusterRequest.of("GET", ClusterRequest.path(index) + "/_mapping");
  }

  private IndexException exception(Kind kind, String message) {
    return new IndexException(kind, cluster.address() + ": " + message);
  }
}
