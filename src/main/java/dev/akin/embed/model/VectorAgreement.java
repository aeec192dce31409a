package dev.akin.embed.model;

import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How close the vectors of one graph are to those of another.
///
/// @param meanCosine the mean cosine of the two vectors of a text, -1 to 1
/// @param leastCosine the smallest of these cosines
/// @param largestDifference the largest difference of two coordinates
public record VectorAgreement(double meanCosine, double leastCosine, double largestDifference) {
  /// Compares the vectors of the same texts by two graphs. Their spaces may differ, but not in
  /// their dimensions.
  ///
  /// @param some null for a text that has no vector
  /// @param others null for a text that has no vector
  /// @return null if a text has only one vector, or no text has any
  public static @Nullable VectorAgreement of(
      List<@Nullable Embedding> some, List<@Nullable Embedding> others) {
    List<float[]> ones = new ArrayList<>();
    List<float[]> twos = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Embedding one = some.get(i);
      Embedding two = others.get(i);
      if ((one == null) != (two == null)) {
        return null;
      }
      if (one != null && two != null) {
        ones.add(one.toArray());
        twos.add(two.toArray());
      }
    }
    return ones.isEmpty() ? null : ofVectors(ones, twos);
  }

  private static VectorAgreement ofVectors(List<float[]> some, List<float[]> others) {
    double sum = 0;
    double least = 1;
    double largest = 0;
    for (int i = 0; i < some.size(); i++) {
      double cosine = Cosine.of(some.get(i), others.get(i));
      sum += cosine;
      least = Math.min(least, cosine);
      largest = Math.max(largest, difference(some.get(i), others.get(i)));
    }
    return new VectorAgreement(sum / some.size(), least, largest);
  }

  private static double difference(float[] one, float[] other) {
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs((double) one[i] - other[i]));
    }
    return largest;
  }
}
