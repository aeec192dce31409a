package dev.akin.recommend;

import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Adds several examples up to one direction: `p + (p - n)`, where p is the mean of the positives
/// and n that of the negatives, the form in which Qdrant averages examples.
final class Direction {
  private Direction() {}

  /// The direction of the examples; absent if no positive has an embedding.
  ///
  /// @throws NoDirectionException if everything cancels
  static @Nullable Embedding of(Space space, List<Resolved> positives, List<Resolved> negatives) {
    List<Embedding> wanted = embeddings(positives);
    List<Embedding> unwanted = embeddings(negatives);
    if (wanted.isEmpty()) {
      return null;
    }
    if (wanted.size() == 1 && unwanted.isEmpty()) {
      return wanted.getFirst();
    }
    float[] sum = mean(space, wanted);
    if (!unwanted.isEmpty()) {
      float[] away = mean(space, unwanted);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += sum[i] - away[i];
      }
    }
    try {
      return Embedding.normalize(space, sum);
    } catch (IllegalArgumentException e) {
      throw new NoDirectionException("the examples cancel each other out");
    }
  }

  private static List<Embedding> embeddings(List<Resolved> examples) {
    return examples.stream().map(Resolved::embedding).filter(Objects::nonNull).toList();
  }

  private static float[] mean(Space space, List<Embedding> embeddings) {
    float[] mean = new float[space.dimension()];
    for (Embedding embedding : embeddings) {
      float[] values = embedding.toArray();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += values[i] / embeddings.size();
      }
    }
    return mean;
  }
}
