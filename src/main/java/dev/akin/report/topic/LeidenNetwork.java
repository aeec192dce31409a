package dev.akin.report.topic;

import dev.akin.report.corpus.NeighborGraph;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/// Communities of a graph by the Leiden algorithm, as its authors wrote it: V. A. Traag, L. Waltman
/// and N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities", Scientific
/// Reports 9, 5233 (2019). Its quality is modularity with a resolution (J. Reichardt and S.
/// Bornholdt, 2006): a paper weighs what its edges weigh together.
///
/// A community is known by a number from 0. The same graph gives the same communities.
final class LeidenNetwork {
  private static final int ITERATIONS = 10;
  private static final long SEED = 1;

  private final Network network;

  /// @param graph with at least one paper
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

  /// Communities found from nothing.
  ///
  /// @param resolution above 0; the more, the more communities
  int[] find(double resolution) {
    return improve(new Clustering(network.getNNodes()), resolution);
  }

  /// Communities found from others.
  ///
  /// @param start the community of each row
  int[] improve(int[] start, double resolution) {
    return improve(new Clustering(start.clone()), resolution);
  }

  private int[] improve(Clustering clustering, double resolution) {
    algorithm(resolution).improveClustering(network, clustering);
    return clustering.getClusters();
  }

  /// Merges each community of fewer than some papers into the one it is bound to most, the smallest
  /// first. One that is bound to none stays.
  int[] withoutCrumbs(int[] communities, double resolution, int fewest) {
    Clustering clustering = new Clustering(communities.clone());
    algorithm(resolution).removeSmallClustersBasedOnNNodes(network, clustering, fewest);
    return clustering.getClusters();
  }

  /// How good communities are, at most 1.
  double quality(int[] communities, double resolution) {
    return algorithm(resolution).calcQuality(network, new Clustering(communities.clone()));
  }

  private LeidenAlgorithm algorithm(double resolution) {
    double total = Math.max(Double.MIN_NORMAL, network.getTotalNodeWeight());
    return new LeidenAlgorithm(
        resolution / total, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED));
  }
}
