package dev.akin.embed;

import dev.akin.vector.Embedding;
import java.util.List;

/// How near the vectors of one graph are to those of another, text by text.
///
/// @param meanCosine of the angle between them, -1 to 1
/// @param leastCosine of any text
/// @param largestDifference of any coordinate
public record Agreement(double meanCosine, double leastCosine, double largestDifference) {
  /// @param some embeddings, at least one
  /// @param others as many, of the same texts
  static Agreement of(List<Embedding> some, List<Embedding> others) {
    double sum = 0;
    double least = 1;
    double largest = 0;
    for (int i = 0; i < some.size(); i++) {
      double cosine = some.get(i).cosine(others.get(i));
      sum += cosine;
      least = Math.min(least, cosine);
      largest = Math.max(largest, difference(some.get(i).toArray(), others.get(i).toArray()));
    }
    return new Agreement(sum / some.size(), least, largest);
  }

  private static double difference(float[] one, float[] other) {
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs((double) one[i] - other[i]));
    }
    return largest;
  }
}
