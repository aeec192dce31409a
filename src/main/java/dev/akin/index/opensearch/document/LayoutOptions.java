package dev.akin.index.opensearch.document;

/// What is decided about an index in a cluster when it is made, and stays so.
///
/// @param shards into how many parts the papers are spread, at least 1
/// @param replicas how many copies each part has in addition to the first; a paper counts as
///   written when all copies have it
/// @param links how many neighbors a vector has in the graph (`m`)
/// @param buildBeam how many candidates are compared to find them (`ef_construction`)
///
/// @hidden public for its own room only
public record LayoutOptions(int shards, int replicas, int links, int buildBeam) {
  /// The most shards that an index has unless the user wants more.
  static final int USUAL_SHARDS = 8;

  private static final int LINKS = 32;
  private static final int BUILD_BEAM = 200;

  /// @throws IllegalArgumentException if one of them is too small
  public LayoutOptions {
    if (shards < 1 || replicas < 0 || links < 2 || buildBeam < links) {
      throw new IllegalArgumentException(
          "an index has at least 1 shard, 0 replicas, 2 links, and a beam of at least its links");
    }
  }

  /// The usual layout: a shard for each node, up to 8; one replica if there are two nodes or more;
  /// and the graph of the embedded index.
  ///
  /// @param dataNodes how many nodes of the cluster hold data
  public static LayoutOptions usual(int dataNodes) {
    return new LayoutOptions(
        Math.clamp(dataNodes, 1, USUAL_SHARDS), dataNodes > 1 ? 1 : 0, LINKS, BUILD_BEAM);
  }
}
