package dev.akin.embed.model;

import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How near the vectors of one graph are to those of another, text by text.
///
/// @param meanCosine of the angle between them, -1 to 1
/// @param leastCosine of any text
/// @param largestDifference of any coordinate
public record VectorAgreement(double meanCosine, double leastCosine, double largestDifference) {
  /// Compares what two graphs made of the same texts; their spaces may differ, if only they have as
  /// many dimensions.
  ///
  /// @param some null where a text has no vector
  /// @return null if a text has a vector on one side only, or none has one
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
