package dev.akin.recommend.explain;

import dev.akin.embed.run.ExplainedEmbedding;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.Resolved;
import dev.akin.recommend.rank.ExampleMean;
import dev.akin.vector.Cosine;
import java.util.ArrayList;
import java.util.List;

/// How a query's direction is made up of the embeddings of its texts by one model: a sum, each
/// embedding times a factor.
///
/// @param factors one for each text
record Blend(List<ExplainedEmbedding> texts, List<Double> factors) {
  /// The direction of `AverageDirection`.
  ///
  /// @param column the model's place among those of the index
  /// @param read all examples, in the order of [Examples#all]
  static Blend of(Examples examples, int column, List<ExplainedEmbedding> read) {
    ExampleMean mean = ExampleMean.of(examples);
    List<Resolved> all = examples.all().toList();
    List<ExplainedEmbedding> texts = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      if (!all.get(i).embeddings().isEmpty()) {
        texts.add(read.get(i));
      }
    }
    float[] sum = mean.sum(column);
    double length = Math.sqrt(Cosine.dot(sum, sum));
    return new Blend(texts, mean.factors().stream().map(factor -> factor / length).toList());
  }

  /// The direction of one example.
  static Blend of(ExplainedEmbedding text) {
    return new Blend(List.of(text), List.of(1.0));
  }

  /// Whether the model pools by mean. Then a cosine is a sum over tokens.
  boolean hasShares() {
    return texts.stream().allMatch(ExplainedEmbedding::hasShares);
  }
}
