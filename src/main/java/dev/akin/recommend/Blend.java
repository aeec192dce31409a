package dev.akin.recommend;

import dev.akin.embed.ReadText;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.List;

/// How the embeddings of a query's examples, as one model reads them, make up its direction: each
/// times a factor, added up.
///
/// @param texts the examples that have an embedding
/// @param factors one for each
record Blend(List<ReadText> texts, List<Double> factors) {
  /// The direction of [AverageAim].
  ///
  /// @param positives as the model reads them, in the order of the query
  /// @param negatives likewise
  static Blend average(Examples examples, List<ReadText> positives, List<ReadText> negatives) {
    List<ReadText> texts = new ArrayList<>();
    List<Double> factors = new ArrayList<>();
    boolean hasNegatives = negatives.stream().anyMatch(Blend::isEmbedded);
    add(texts, factors, examples.positives(), positives, hasNegatives ? 2 : 1);
    add(texts, factors, examples.negatives(), negatives, -1);
    double length = length(texts, factors);
    return new Blend(texts, factors.stream().map(factor -> factor / length).toList());
  }

  /// The direction of one example.
  static Blend one(ReadText text) {
    return new Blend(List.of(text), List.of(1.0));
  }

  private static boolean isEmbedded(ReadText text) {
    return text.embedded().embedding() != null;
  }

  private static void add(
      List<ReadText> texts,
      List<Double> factors,
      List<Resolved> examples,
      List<ReadText> read,
      double share) {
    double total = 0;
    for (int i = 0; i < read.size(); i++) {
      total += isEmbedded(read.get(i)) ? examples.get(i).weight() : 0;
    }
    for (int i = 0; i < read.size(); i++) {
      if (isEmbedded(read.get(i))) {
        texts.add(read.get(i));
        factors.add(share * examples.get(i).weight() / total);
      }
    }
  }

  private static double length(List<ReadText> texts, List<Double> factors) {
    double[] sum = new double[0];
    for (int i = 0; i < texts.size(); i++) {
      Embedding embedding = texts.get(i).embedded().embedding();
      float[] values = embedding == null ? new float[0] : embedding.toArray();
      sum = sum.length == 0 ? new double[values.length] : sum;
      for (int k = 0; k < values.length; k++) {
        sum[k] += factors.get(i) * values[k];
      }
    }
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  /// Whether the model pools by mean, so that a cosine is a sum over tokens.
  boolean hasShares() {
    return texts.stream().allMatch(ReadText::hasShares);
  }
}
