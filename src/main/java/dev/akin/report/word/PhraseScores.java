package dev.akin.report.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How much each phrase sets each topic apart from the others.
///
/// The score is the log-likelihood ratio of the phrase's papers within and without the topic (T.
/// Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
/// Linguistics 19:1, 1993), 0 where it is not more frequent within; times, where another topic has
/// it in a greater share of its papers, the ratio of the two shares squared: the words of a topic
/// are those that no other has more of.
final class PhraseScores {
  /// The most phrases of a topic that are kept.
  private static final int MAX_PHRASES = 400;

  /// The least share of a topic's papers that have a phrase of it.
  private static final double MIN_SHARE = 0.02;

  /// A phrase of a topic.
  record Scored(long phrase, double score, double share) {}

  private final CorpusPhrases phrases;
  private final int papers;
  private final float[] best;
  private final float[] second;

  /// @param topics the rows of each
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

  /// The phrases of a topic, the best first, those of one score in the order of phrases.
  List<Scored> of(List<Integer> rows) {
    int[] within = phrases.papers(rows);
    double least = Math.max(Math.min(2, rows.size()), MIN_SHARE * rows.size());
    List<Scored> scored = new ArrayList<>();
    for (int index = 0; index < within.length; index++) {
      if (within[index] >= least) {
        float share = (float) within[index] / rows.size();
        double other = share < best[index] ? best[index] : second[index];
        double yield = Math.min(1, share / Math.max(other, 1e-9));
        int all = phrases.papers(phrases.phrase(index));
        double score =
            ratio(within[index], rows.size(), all, Math.max(all, papers)) * yield * yield;
        if (score > 0) {
          scored.add(new Scored(phrases.phrase(index), score, share));
        }
      }
    }
    scored.sort(
        Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::phrase));
    return scored.subList(0, Math.min(MAX_PHRASES, scored.size()));
  }

  /// The log-likelihood ratio G² of `within` of `size` papers having what `all` of `papers` have; 0
  /// if that is not more than the others have.
  static double ratio(int within, int size, int all, int papers) {
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
