package dev.akin.recommend.library;

import dev.akin.vector.Cosine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Clusters directions by average linkage (Sokal and Michener, 1958). It merges the two clusters
/// whose members have the greatest mean cosine, again and again, until no mean reaches a bound.
///
/// The merges are found by chains of nearest neighbors (Benzécri, 1982; Juan, 1982; see Müllner,
/// arXiv:1109.2378) in n² steps. A chain goes from a cluster to the cluster nearest to it, and on
/// from there. Two clusters that are each other's nearest are merged. The order of the merges does
/// not change the result: a mean is not greater than the greatest of its parts, so that no merge
/// brings a cluster nearer to another than both parts were. For the same reason a cluster is done
/// when its nearest is below the bound. The cosines of a merged cluster are the means of its parts'
/// cosines, weighted by their sizes (Lance and Williams, 1967).
///
/// Memory is n²/2 floats.
///
/// Written by hand, because Commons Math and Hipparchus have no hierarchical clustering, and Smile
/// and ELKI, which have it, are licensed under the GPL and the AGPL.
final class AverageLinkage {
  /// Of clusters i and j < i, in `cosines[i][j]`.
  private final float[][] cosines;

  private final List<List<Integer>> members = new ArrayList<>();
  private final boolean[] open;
  private final double least;

  private AverageLinkage(float[][] vectors, double least) {
    this.least = least;
    this.open = new boolean[vectors.length];
    this.cosines = new float[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      open[i] = true;
      members.add(new ArrayList<>(List.of(i)));
      cosines[i] = new float[i];
      for (int j = 0; j < i; j++) {
        cosines[i][j] = (float) Cosine.of(vectors[i], vectors[j]);
      }
    }
  }

  /// Clusters unit vectors.
  ///
  /// @param least the mean cosine below which clusters are not merged
  /// @return the places of the vectors, each in one cluster
  static List<List<Integer>> cluster(float[][] vectors, double least) {
    AverageLinkage linkage = new AverageLinkage(vectors, least);
    for (int i = 0; i < vectors.length; i++) {
      while (linkage.open[i]) {
        linkage.follow(i);
      }
    }
    return linkage.members.stream().filter(cluster -> !cluster.isEmpty()).toList();
  }

  /// Follows one chain until a cluster is done, or the first cluster of the chain is merged.
  private void follow(int first) {
    Deque<Integer> chain = new ArrayDeque<>(List.of(first));
    while (!chain.isEmpty()) {
      int last = chain.removeLast();
      Integer before = chain.peekLast();
      int nearest = nearest(last, before == null ? -1 : before);
      if (nearest < 0) {
        open[last] = false;
      } else if (before != null && nearest == before) {
        merge(Math.min(last, before), Math.max(last, before));
        chain.removeLast();
      } else {
        chain.addLast(last);
        chain.addLast(nearest);
      }
    }
  }

  /// The open cluster nearest to one, or -1 if that is below the bound.
  ///
  /// @param preferred if several are equally near, so that a chain ends; -1 for none
  private int nearest(int cluster, int preferred) {
    int nearest = preferred;
    for (int other = 0; other < open.length; other++) {
      if (open[other]
          && other != cluster
          && (nearest < 0 || cosine(cluster, other) > cosine(cluster, nearest))) {
        nearest = other;
      }
    }
    return nearest >= 0 && cosine(cluster, nearest) >= least ? nearest : -1;
  }

  private float cosine(int one, int other) {
    return one > other ? cosines[one][other] : cosines[other][one];
  }

  /// Merges `gone` into `kept`.
  private void merge(int kept, int gone) {
    double share = members.get(kept).size();
    share /= share + members.get(gone).size();
    open[gone] = false;
    for (int other = 0; other < open.length; other++) {
      if (open[other] && other != kept) {
        float mean = (float) (share * cosine(kept, other) + (1 - share) * cosine(gone, other));
        if (kept > other) {
          cosines[kept][other] = mean;
        } else {
          cosines[other][kept] = mean;
        }
      }
    }
    members.get(kept).addAll(members.get(gone));
    members.get(gone).clear();
  }
}
