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
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The builds of an index in a cluster, each an index of OpenSearch ([ClusterIndexes]). A build is
/// complete before the alias names it. One that was replaced stays until nobody reads it any more.
/// Close it.
///
/// @hidden public for its own room only
public final class ClusterHome implements AutoCloseable {
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
    ClusterIndexes.Mapped found = indexes.current(deadline);
    if (found == null) {
      return Optional.empty();
    }
    IndexFacts facts = IndexFacts.of(where(found.index()), indexes.meta(found));
    indexes.requireMapping(found, layout(facts));
    return Optional.of(new Build(found.index(), facts));
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
                        + cluster.address().forCommand()));
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

  /// Makes a build the one that answers, in one step. The one that answered is marked first, so
  /// that it is known later to be of no use any more.
  ///
  /// @param from the one that answered; absent if there is none
  public void switchTo(@Nullable Build from, Build to) {
    if (from != null) {
      save(new Build(from.index, from.facts.asReplaced()));
    }
    indexes.switchTo(from == null ? null : from.index, to.index, Deadline.NEVER);
  }

  /// A build with these models that was made to replace the one that answers, and is not finished;
  /// the newest of several.
  ///
  /// @param current the one that answers
  public Optional<Build> unfinished(Build current, List<Space> spaces) {
    return others(current).entrySet().stream()
        .filter(each -> IndexFacts.canBeRead(each.getValue()))
        .map(each -> new Build(each.getKey(), IndexFacts.of(where(each.getKey()), each.getValue())))
        .filter(build -> !build.facts.replaced())
        .filter(build -> build.facts.commit().spaces().equals(spaces))
        .reduce((_, later) -> later);
  }

  /// Deletes all builds except the one that answers, finished or not, and whoever reads them. Only
  /// for the writer.
  ///
  /// @param current the one that answers; absent if there is none
  public void removeOthers(@Nullable Build current) {
    others(current).keySet().forEach(this::delete);
  }

  /// Deletes all builds except the one that answers and those that answered before it. Only for the
  /// writer.
  ///
  /// @param current the one that answers
  public void removeUnfinished(Build current) {
    others(current)
        .forEach(
            (index, meta) -> {
              if (!IndexFacts.isReplaced(meta)) {
                delete(index);
              }
            });
  }

  /// Deletes the builds that were replaced and that nobody reads any more. Only for the writer.
  ///
  /// @param current the one that answers
  /// @return whether none is left
  public boolean removeReplaced(Build current) {
    boolean none = true;
    for (Map.Entry<String, JsonNode> each : others(current).entrySet()) {
      if (IndexFacts.isReplaced(each.getValue())) {
        boolean isRead = indexes.openPoints(each.getKey(), Deadline.NEVER) > 0;
        none &= !isRead;
        if (!isRead) {
          delete(each.getKey());
        }
      }
    }
    return none;
  }

  private void delete(String index) {
    indexes.delete(index, Deadline.NEVER);
  }

  /// Closes the cluster.
  @Override
  public void close() {
    cluster.close();
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

  /// What the mappings say of the builds that do not answer.
  private SortedMap<String, JsonNode> others(@Nullable Build current) {
    SortedMap<String, JsonNode> others = indexes.all(Deadline.NEVER);
    if (current != null) {
      others.remove(current.index);
    }
    others.values().removeIf(meta -> !IndexFacts.areHere(meta));
    return others;
  }
}
