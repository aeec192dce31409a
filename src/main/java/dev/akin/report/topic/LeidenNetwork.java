package dev.akin.report.topic;

import dev.akin.report.corpus.NeighborGraph;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/// Finds communities of a graph with the Leiden algorithm in its authors' implementation: V. A.
/// Traag, L. Waltman and N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
/// communities", Scientific Reports 9, 5233 (2019). The quality is modularity with a resolution (J.
/// Reichardt and S. Bornholdt, 2006): the weight of a paper is the sum of its edges' weights.
///
/// Communities are numbered from 0. The same graph gives the same communities.
final class LeidenNetwork {
  private static final int ITERATIONS = 10;
  private static final long SEED = 1;

  private final Network network;

  /// @param graph a graph with at least one paper
  LeidenNetwork(NeighborGraph graph) {
    long[] firsts = firsts(graph);
    long[] next = firsts.clone();
    LargeIntArray neighbors = new LargeIntArray(2L * graph.edges());
    LargeDoubleArray weights = new LargeDoubleArray(2L * graph.edges());
    for (int edge = 0; edge < graph.edges(); edge++) {
      int a = graph.a(edge);
      int b = graph.b(edge);
      neighbors.set(next[a], b);
      weights.set(next[a]++, graph.weight(edge));
      neighbors.set(next[b], a);
      weights.set(next[b]++, graph.weight(edge));
    }
    this.network = new Network(graph.nodes(), true, firsts, neighbors, weights, false);
  }

  private static long[] firsts(NeighborGraph graph) {
    long[] firsts = new long[graph.nodes() + 1];
    for (int edge = 0; edge < graph.edges(); edge++) {
      firsts[graph.a(edge) + 1]++;
      firsts[graph.b(edge) + 1]++;
    }
    for (int node = 0; node < graph.nodes(); node++) {
      firsts[node + 1] += firsts[node];
    }
    return firsts;
  }

  /// Finds communities, starting from single papers.
  ///
  /// @param resolution above 0; a higher resolution gives more communities
  int[] find(double resolution) {
    return improve(new Clustering(network.getNNodes()), resolution);
  }

  /// Finds communities, starting from given ones.
  ///
  /// @param start the community of each row
  int[] improve(int[] start, double resolution) {
    return improve(new Clustering(start.clone()), resolution);
  }

  private int[] improve(Clustering clustering, double resolution) {
    algorithm(resolution).improveClustering(network, clustering);
    return clustering.getClusters();
  }

  /// Merges each small community into the community that it has the heaviest edges to, smallest
  /// first. A community without edges to others stays.
  ///
  /// @param minPapers a community with fewer papers is merged
  int[] withoutSmall(int[] communities, double resolution, int minPapers) {
    Clustering clustering = new Clustering(communities.clone());
    algorithm(resolution).removeSmallClustersBasedOnNNodes(network, clustering, minPapers);
    return clustering.getClusters();
  }

  /// The quality of communities, at most 1.
  double quality(int[] communities, double resolution) {
    return algorithm(resolution).calcQuality(network, new Clustering(communities.clone()));
  }

  private LeidenAlgorithm algorithm(double resolution) {
    double total = Math.max(Double.MIN_NORMAL, network.getTotalNodeWeight());
    return new LeidenAlgorithm(
        resolution / total, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED));
  }
}
