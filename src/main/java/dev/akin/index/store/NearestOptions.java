package dev.akin.index.store;

/// How to search for the nearest papers.
///
/// @param filter which papers may be found
public record NearestOptions(Filter filter, Method method) {
  /// Searches among all papers, with the graph.
  public static final NearestOptions DEFAULT = new NearestOptions(Filter.NONE, Method.GRAPH);

  /// How vectors are compared.
  public enum Method {
    /// With the HNSW graph: about a hundred times faster, misses at most one neighbor in a hundred.
    GRAPH,
    /// With every vector: misses nothing.
    EXACT
  }
}
