package dev.akin.report.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How well each phrase distinguishes each topic from the other topics.
///
/// The score is the log-likelihood ratio of the number of papers with the phrase inside and outside
/// the topic (T. Dunning, "Accurate methods for the statistics of surprise and coincidence",
/// Computational Linguistics 19:1, 1993); 0 if the phrase is not more frequent inside. If another
/// topic has the phrase in a larger share of its papers, the score is multiplied by the square of
/// the ratio of the two shares.
final class PhraseScores {
  /// How many phrases of a topic are kept at most.
  private static final int MAX_PHRASES = 400;

  /// A phrase must be in at least this share of the topic's papers.
  private static final double MIN_SHARE = 0.02;

  /// A phrase of a topic.
  ///
  /// @param share the share of the topic's papers that have it, 0 to 1
  record Scored(long phrase, double score, double share) {}

  private final CorpusPhrases phrases;
  private final int papers;

  /// For each phrase, the largest share of a topic's papers that have it, and the second largest.
  private final float[] best;

  private final float[] second;

  /// @param topics the rows of each topic
  PhraseScores(CorpusPhrases phrases, List<List<Integer>> topics) {
    this.phrases = phrases;
    this.papers = topics.stream().mapToInt(List::size).sum();
    this.best = new float[phrases.size()];
    this.second = new float[phrases.size()];
    for (List<Integer> rows : topics) {
      int[] within = phrases.papers(rows);
      for (int index = 0; index < within.length; index++) {
        note(index, (float) within[index] / rows.size());
      }
    }
  }

  private void note(int index, float share) {
    if (share > best[index]) {
      second[index] = best[index];
      best[index] = share;
    } else if (share > second[index]) {
      second[index] = share;
    }
  }

  /// The phrases of a topic, best first, equal scores in the order of phrases.
  List<Scored> of(List<Integer> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    int[] within = phrases.papers(rows);
    double minPapers = Math.max(Math.min(2, rows.size()), MIN_SHARE * rows.size());
    List<Scored> scored = new ArrayList<>();
    for (int index = 0; index < within.length; index++) {
      if (within[index] >= minPapers) {
        float share = (float) within[index] / rows.size();
        double other = share < best[index] ? best[index] : second[index];
        double ratio = Math.min(1, share / Math.max(other, 1e-9));
        int all = phrases.papers(phrases.phrase(index));
        double score =
            logLikelihoodRatio(within[index], rows.size(), all, Math.max(all, papers))
                * ratio
                * ratio;
        if (score > 0) {
          scored.add(new Scored(phrases.phrase(index), score, share));
        }
      }
    }
    scored.sort(
        Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::phrase));
    return scored.subList(0, Math.min(MAX_PHRASES, scored.size()));
  }

  /// The log-likelihood ratio G² of a phrase; 0 if it is not more frequent inside the topic.
  ///
  /// @param within the topic's papers that have the phrase
  /// @param size the topic's papers
  /// @param all the corpus's papers that have the phrase
  /// @param papers the corpus's papers
  static double logLikelihoodRatio(int within, int size, int all, int papers) {
    double expected = (double) size * all / papers;
    if (within <= expected) {
      return 0;
    }
    return 2
        * (part(within, expected)
            + part(size - within, size - expected)
            + part(all - within, all - expected)
            + part((double) papers - size - all + within, (double) papers - size - all + expected));
  }

  private static double part(double observed, double expected) {
    return observed <= 0 || expected <= 0 ? 0 : observed * StrictMath.log(observed / expected);
  }
}
