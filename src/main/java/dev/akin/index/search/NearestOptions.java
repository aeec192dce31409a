package dev.akin.index.search;

/// How near papers are searched.
///
/// @param filter which papers may be found
/// @param method how
public record NearestOptions(Filter filter, Method method) {
  /// Among all papers, with the graph.
  public static final NearestOptions DEFAULT = new NearestOptions(Filter.NONE, Method.GRAPH);

  /// The two ways.
  public enum Method {
    /// The HNSW graph: misses a neighbor in a hundred or fewer, a hundred times faster.
    GRAPH,
    /// Every vector: misses nothing.
    EXACT
  }
}
