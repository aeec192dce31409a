package dev.akin.recommend.explain;

import dev.akin.embed.run.CosineShares;
import dev.akin.vector.Embedding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What each word of a query adds to its cosine with one paper, over all examples and models.
final class TermShares {
  private static final int MAX_TERMS = 200;

  private final Map<String, Double> shares = new TreeMap<>();
  private double other;

  /// The decomposition of a cosine that is the mean over the models.
  ///
  /// @param blends of the query, one for each model
  /// @param paper its embeddings, one for each model
  static TermShares of(List<Blend> blends, List<Embedding> paper) {
    TermShares sum = new TermShares();
    for (int column = 0; column < blends.size(); column++) {
      Blend blend = blends.get(column);
      for (int i = 0; i < blend.texts().size(); i++) {
        double factor = blend.factors().get(i) / blends.size();
        sum.add(blend.texts().get(i).shares(paper.get(column)), factor);
      }
    }
    return sum;
  }

  private void add(CosineShares part, double factor) {
    part.terms().forEach((term, share) -> shares.merge(term, share * factor, Double::sum));
    other += part.other() * factor;
  }

  /// The words, those that add most first. Words beyond [#MAX_TERMS] are part of [#other].
  List<Why.TermShare> terms() {
    return shares.entrySet().stream()
        .map(entry -> new Why.TermShare(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble((Why.TermShare term) -> -term.share()))
        .limit(MAX_TERMS)
        .toList();
  }

  /// What everything else adds, such as punctuation.
  double other() {
    double all = other + shares.values().stream().mapToDouble(Double::doubleValue).sum();
    return all - terms().stream().mapToDouble(Why.TermShare::share).sum();
  }
}
