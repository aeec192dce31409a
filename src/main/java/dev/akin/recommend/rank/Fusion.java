package dev.akin.recommend.rank;

import dev.akin.index.store.Hit;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.Resolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds meaning and words: the similarity of a candidate, plus its share of the words' BM25 times a
/// weight. The sum does not depend on other candidates. The weights were found on four collections
/// (src/docs/relevance.md).
///
/// @param weight of the words
record Fusion(double weight) {
  private static final double OF_PAPERS = 1;
  private static final double OF_PHRASES = 1.2;

  /// The few words of a title say less.
  private static final double OF_TITLES = 0.5;

  /// The mean over several models spreads less than one model's cosines.
  private static final double WITH_SEVERAL_MODELS = 0.6;

  /// For a query.
  ///
  /// @param models how many the index has
  static Fusion of(Examples examples, int models) {
    double weight =
        examples.positives().stream().mapToDouble(Fusion::weight).max().orElse(OF_PAPERS);
    return new Fusion(models > 1 ? weight * WITH_SEVERAL_MODELS : weight);
  }

  private static double weight(Resolved example) {
    if (example.phrase()) {
      return OF_PHRASES;
    }
    return example.paper().titleOnly() ? OF_TITLES : OF_PAPERS;
  }

  /// Scores candidates.
  ///
  /// @param papers their numbers
  /// @param meaning how near they are; not of all papers
  /// @param words their shares of the BM25; not of all papers
  List<Candidate> fuse(
      int[] papers, Map<Integer, QueryDirection.Nearness> meaning, List<Hit> words) {
    Map<Integer, Double> shares = new HashMap<>();
    words.forEach(hit -> shares.put(hit.paper(), hit.score()));
    List<Candidate> fused = new ArrayList<>(papers.length);
    for (int paper : papers) {
      QueryDirection.Nearness near = meaning.get(paper);
      double share = shares.getOrDefault(paper, 0.0);
      double meant = near == null ? 0 : near.score();
      fused.add(new Candidate(paper, near, share, meant + weight * share));
    }
    return fused;
  }
}
