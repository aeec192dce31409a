package dev.akin.cli.option;

import dev.akin.index.opensearch.OpenSearchStore.ClusterLayoutChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How an index in a cluster is laid out when it is made.
///
/// @hidden public for its own room only
@Group(OptionGroup.INDEX)
public final class StoreLayout {
  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "Parts of a new index in a cluster. Default: one for each node, up to 8.")
  private @Nullable Integer shards;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description =
          "Copies of each part beside the first; a paper counts as indexed when all have it."
              + " Default: 1, or 0 if the cluster has one node.")
  private @Nullable Integer replicas;

  public ClusterLayoutChoice choice() {
    return new ClusterLayoutChoice(shards, replicas);
  }
}
