package dev.akin.recommend.library;

import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.SimilarityScale;
import dev.akin.recommend.query.Resolved;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The interests that examples belong to: clusters of examples that are close to each other, by the
/// mean of the models' cosines. The number of interests follows from the examples, not from their
/// order. An example that is far from all others is an interest of its own.
///
/// @hidden public for its own room only
public final class Interests {
  /// The bound is a rarity and no cosine, so that it fits indexes of one field and of many fields.
  /// Mixed topics of the ACL Anthology and of the sample papers were separated best from 0.6 to
  /// 0.8.
  private static final double MIN_RARITY = 0.7;

  /// Used if the index is too small for rarities.
  private static final double OTHERWISE = 0.3;

  private static final Comparator<Resolved> BY_NAME =
      Comparator.comparing((Resolved example) -> example.paper().id())
          .thenComparing(Resolved::text)
          .thenComparingInt(Resolved::number);

  private Interests() {}

  /// The mean cosine below which two clusters of examples are two interests.
  public static double leastCosine(IndexInfo index) {
    SimilarityScale closeness = index.similarityScale();
    return closeness == null ? OTHERWISE : closeness.rarity().cosineAt(MIN_RARITY);
  }

  /// Clusters examples.
  ///
  /// @param examples those without an embedding are left out
  /// @param leastCosine the mean cosine below which two clusters are two interests
  /// @return the largest interest first, and in each the most central example first
  public static List<List<Resolved>> of(List<Resolved> examples, double leastCosine) {
    List<Resolved> embedded =
        examples.stream()
            .filter(example -> !example.embeddings().isEmpty())
            .sorted(BY_NAME)
            .toList();
    float[][] vectors =
        embedded.stream()
            .map(example -> Embedding.join(example.embeddings()))
            .toArray(float[][]::new);
    return AverageLinkage.cluster(vectors, leastCosine).stream()
        .map(cluster -> byCentrality(cluster, vectors).stream().map(embedded::get).toList())
        .sorted(
            Comparator.comparingInt((List<Resolved> interest) -> -interest.size())
                .thenComparing(List::getFirst, BY_NAME))
        .toList();
  }

  /// The members of a cluster, those first that are closest to all of it.
  private static List<Integer> byCentrality(List<Integer> cluster, float[][] vectors) {
    float[] sum = new float[vectors[cluster.getFirst()].length];
    for (int member : cluster) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vectors[member][i];
      }
    }
    double[] closeness = new double[vectors.length];
    cluster.forEach(member -> closeness[member] = Cosine.dot(vectors[member], sum));
    List<Integer> ordered = new ArrayList<>(cluster);
    ordered.sort(
        Comparator.comparingDouble((Integer member) -> -closeness[member])
            .thenComparing(Comparator.naturalOrder()));
    return ordered;
  }
}
