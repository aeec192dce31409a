package dev.akin.recommend.rank;

import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.Resolved;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How the examples of a query add up to one direction: `p + (p - n)`, where p is the weighted mean
/// of the positives and n that of the negatives, the form in which Qdrant averages examples.
///
/// @param examples the examples that have an embedding, positives first; none if no positive has
///   one
/// @param factors one for each example
///
/// @hidden public for its own room only
public record ExampleMean(List<Resolved> examples, List<Double> factors) {
  public static ExampleMean of(Examples examples) {
    List<Resolved> wanted = embedded(examples.positives());
    List<Resolved> unwanted = embedded(examples.negatives());
    ExampleMean mean = new ExampleMean(new ArrayList<>(), new ArrayList<>());
    if (!wanted.isEmpty()) {
      mean.add(wanted, unwanted.isEmpty() ? 1 : 2);
      mean.add(unwanted, -1);
    }
    return mean;
  }

  private static List<Resolved> embedded(List<Resolved> examples) {
    return examples.stream().filter(example -> !example.embeddings().isEmpty()).toList();
  }

  private void add(List<Resolved> some, double factor) {
    double total = some.stream().mapToDouble(Resolved::weight).sum();
    for (Resolved example : some) {
      examples.add(example);
      factors.add(factor * example.weight() / total);
    }
  }

  /// Whether there are negatives.
  boolean hasNegatives() {
    return factors.getLast() < 0;
  }

  /// The weighted mean of the positives alone.
  ExampleMean ofPositives() {
    ExampleMean mean = new ExampleMean(new ArrayList<>(), new ArrayList<>());
    mean.add(
        examples.stream().limit(factors.stream().filter(factor -> factor > 0).count()).toList(), 1);
    return mean;
  }

  /// The sum in the space of one model, of any length.
  ///
  /// @param column the model's place among those of the index
  public float[] sum(int column) {
    return sum(example -> example.embeddings().get(column));
  }

  /// The sum of a vector of each example, of any length.
  float[] sum(Function<Resolved, Embedding> vector) {
    List<float[]> vectors =
        examples.stream().map(example -> vector.apply(example).toArray()).toList();
    double[] sum = new double[vectors.getFirst().length];
    for (int example = 0; example < factors.size(); example++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vectors.get(example)[i] * factors.get(example);
      }
    }
    float[] rounded = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      rounded[i] = (float) sum[i];
    }
    return rounded;
  }
}
