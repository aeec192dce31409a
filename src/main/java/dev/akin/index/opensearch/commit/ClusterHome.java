package dev.akin.index.opensearch.commit;

import dev.akin.base.AkinException.Kind;
import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.Cluster;
import dev.akin.index.opensearch.client.ClusterIndexes;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.LayoutOptions;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import dev.akin.vector.Space;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The builds of an index in a cluster, each an index of OpenSearch ([ClusterIndexes]). A build is
/// complete before the alias names it.
///
/// @hidden public for its own room only
public final class ClusterHome {
  private final Cluster cluster;
  private final ClusterIndexes indexes;

  public ClusterHome(Cluster cluster) {
    this.cluster = cluster;
    this.indexes = new ClusterIndexes(cluster);
  }

  /// A build.
  ///
  /// @param index its name in the cluster
  /// @param facts about its last commit
  public record Build(String index, IndexFacts facts) {
    /// Its id.
    public String id() {
      return facts.commit().build();
    }
  }

  /// The cluster.
  public Cluster cluster() {
    return cluster;
  }

  /// The build that answers queries; empty if there is no index yet.
  ///
  /// @throws IndexException if the alias is not akin's, somebody changed the mapping, or another
  ///   version of akin made the index
  public Optional<Build> current(Deadline deadline) {
    String index = indexes.current(deadline);
    if (index == null) {
      return Optional.empty();
    }
    Build build = build(index, deadline);
    indexes.requireMapping(index, layout(build.facts), deadline);
    return Optional.of(build);
  }

  /// The build that answers queries.
  ///
  /// @throws IndexException if there is no index, or it cannot be used
  public Build requireCurrent(Deadline deadline) {
    return current(deadline)
        .orElseThrow(
            () ->
                new IndexException(
                    Kind.MISSING,
                    cluster.address()
                        + ": there is no index; create one with: akin index --store "
                        + cluster.address()));
  }

  /// A build as it is now.
  public Build build(String index, Deadline deadline) {
    return new Build(index, IndexFacts.of(where(index), indexes.meta(index, deadline)));
  }

  private String where(String index) {
    return cluster.address() + " (" + index + ")";
  }

  private static ObjectNode layout(IndexFacts facts) {
    return ClusterLayout.of(facts.layout(), facts.commit().spaces(), facts.toJson());
  }

  /// Makes a build without papers, which does not answer yet.
  ///
  /// @param options absent for the usual ones
  public Build create(List<Space> spaces, @Nullable LayoutOptions options, Clock clock) {
    String day = clock.instant().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
    String id = day + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    LayoutOptions layout =
        options == null ? LayoutOptions.usual(indexes.dataNodes(Deadline.NEVER)) : options;
    IndexFacts facts = IndexFacts.none(CommitData.none(id, spaces), layout);
    String models = spaces.stream().map(Space::model).collect(Collectors.joining("-"));
    String index = indexes.name(models, id);
    indexes.create(index, layout(facts), Deadline.NEVER);
    return new Build(index, facts);
  }

  /// Replaces the facts of a build.
  public void save(Build build) {
    indexes.meta(build.index, build.facts.toJson(), Deadline.NEVER);
  }

  /// Makes a build the one that answers, in one step.
  ///
  /// @param from the one that answered; absent if there is none
  public void switchTo(@Nullable Build from, Build to) {
    indexes.switchTo(from == null ? null : from.index, to.index, Deadline.NEVER);
  }

  /// A build with these models that does not answer yet; the newest of several.
  public Optional<Build> unfinished(List<Space> spaces) {
    return others().values().stream()
        .filter(build -> build.facts.commit().spaces().equals(spaces))
        .reduce((_, later) -> later);
  }

  /// Deletes all builds except the one that answers. Only for the writer.
  public void removeOthers() {
    others().keySet().forEach(index -> indexes.delete(index, Deadline.NEVER));
  }

  /// How many nodes hold data.
  public int dataNodes(Deadline deadline) {
    return indexes.dataNodes(deadline);
  }

  /// The size of a build on the disks of the cluster, without replicas.
  public long sizeBytes(Build build, Deadline deadline) {
    return indexes.sizeBytes(build.index, deadline);
  }

  /// The free space on the disks of the cluster, in bytes.
  public long freeBytes(Deadline deadline) {
    return indexes.freeBytes(deadline);
  }

  private SortedMap<String, Build> others() {
    String current = indexes.current(Deadline.NEVER);
    SortedMap<String, Build> others = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : indexes.all(Deadline.NEVER).entrySet()) {
      String index = each.getKey();
      if (!index.equals(current) && IndexFacts.areHere(each.getValue())) {
        others.put(index, new Build(index, IndexFacts.of(where(index), each.getValue())));
      }
    }
    return others;
  }
}
