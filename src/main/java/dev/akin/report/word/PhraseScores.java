package dev.akin.report.word;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How well each phrase names each topic.
///
/// The score has five factors:
///
/// - The log-likelihood ratio of the number of papers with the phrase inside and outside the topic
///   (T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
///   Linguistics 19:1, 1993), once for whole texts and once for titles alone, because titles name
///   subjects and abstracts also methods and data. The factor is the geometric mean of both; a
///   twentieth of the first is added to the second, for phrases that no title has.
/// - The association after A. Ochiai: the square root of the share of the topic's papers that have
///   the phrase, times the share of the phrase's papers that are in the topic. So a rare phrase
///   does not name a large topic, and a phrase that all topics have names none.
/// - If another topic has the phrase in a larger share of its papers, the square of the ratio of
///   the two shares.
/// - The binary logarithm of the number of words plus 1, because longer phrases say more.
/// - The square of the share of the phrase's papers that do not have the most frequent longer
///   phrase around it. Both last ones are after the C-value for nested terms (K. Frantzi, S.
///   Ananiadou and H. Mima, "Automatic recognition of multi-word terms: the C-value/NC-value
///   method", International Journal on Digital Libraries 3:2, 2000).
final class PhraseScores {
  /// How many phrases of a topic are kept at most.
  private static final int MAX_PHRASES = 60;

  /// A phrase must be in at least this share of the topic's papers.
  private static final double MIN_SHARE = 0.03;

  /// At least this share of the papers that have a phrase must have it in the title, if there is
  /// such a phrase: titles name subjects.
  private static final double MIN_TITLES = 0.05;

  /// The same for a single word.
  private static final double MIN_TITLES_OF_ONE = 0.2;

  /// How much of the ratio for whole texts is added to that for titles.
  private static final double WITHOUT_TITLES = 0.05;

  /// The lowest factor for a phrase that is always within a longer one: the longer one may not be a
  /// noun phrase.
  private static final double MIN_FREE = 0.1;

  /// A phrase of a topic.
  ///
  /// @param owned the share of the phrase's papers that are in the topic, 0 to 1
  /// @param inTitles whether enough titles have it
  record Scored(long phrase, double score, double owned, boolean inTitles) {}

  /// A phrase that is frequent enough in a topic.
  ///
  /// @param index its place among all phrases
  /// @param papers the topic's papers that have it
  /// @param titles the topic's papers that have it in the title
  private record PhraseCount(int index, int papers, int titles) {}

  private final CorpusPhrases phrases;
  private final List<List<Integer>> topics;
  private final List<List<PhraseCount>> candidates = new ArrayList<>();
  private final int papers;

  /// For each phrase, the number of papers in topics that have it in the title.
  private final int[] titles;

  /// For each phrase, the largest share of a topic's papers that have it, and the second largest.
  private final float[] best;

  private final float[] second;

  /// @param topics the rows of each topic
  PhraseScores(CorpusPhrases phrases, List<List<Integer>> topics) {
    this.phrases = phrases;
    this.topics = topics;
    this.papers = topics.stream().mapToInt(List::size).sum();
    this.titles = new int[phrases.size()];
    this.best = new float[phrases.size()];
    this.second = new float[phrases.size()];
    topics.forEach(rows -> candidates.add(candidates(rows)));
  }

  private List<PhraseCount> candidates(List<Integer> rows) {
    int[] within = phrases.papers(rows);
    int[] inTitles = phrases.titles(rows);
    double minPapers = Math.max(Math.min(2, rows.size()), MIN_SHARE * rows.size());
    List<PhraseCount> found = new ArrayList<>();
    for (int index = 0; index < within.length; index++) {
      titles[index] += inTitles[index];
      note(index, (float) within[index] / rows.size());
      if (within[index] > 0 && within[index] >= minPapers) {
        found.add(new PhraseCount(index, within[index], inTitles[index]));
      }
    }
    return found;
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
  ///
  /// @param topic its place among the topics
  List<Scored> of(int topic) {
    int size = topics.get(topic).size();
    LongIntHashMap nested = nested(candidates.get(topic));
    List<Scored> scored = new ArrayList<>();
    for (PhraseCount candidate : candidates.get(topic)) {
      long phrase = phrases.phrase(candidate.index());
      double free = Math.max(MIN_FREE, 1 - (double) nested.get(phrase) / candidate.papers());
      double score =
          likelihood(candidate, size)
              * association(candidate, size)
              * exclusiveness(candidate, size)
              * free
              * free
              * StrictMath.log(CorpusPhrases.length(phrase) + 1.0);
      if (score > 0) {
        double owned = (double) candidate.papers() / phrases.papers(candidate.index());
        scored.add(new Scored(phrase, score, owned, isInTitles(phrase, candidate)));
      }
    }
    if (scored.stream().anyMatch(Scored::inTitles)) {
      scored.removeIf(one -> !one.inTitles());
    }
    scored.sort(
        Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::phrase));
    return scored.subList(0, Math.min(MAX_PHRASES, scored.size()));
  }

  private static boolean isInTitles(long phrase, PhraseCount count) {
    double share = CorpusPhrases.length(phrase) == 1 ? MIN_TITLES_OF_ONE : MIN_TITLES;
    return count.titles() >= Math.max(2, share * count.papers());
  }

  /// For each phrase that is within a longer one, the number of papers of the most frequent longer
  /// one.
  private LongIntHashMap nested(List<PhraseCount> all) {
    LongIntHashMap nested = new LongIntHashMap();
    for (PhraseCount candidate : all) {
      for (long part : CorpusPhrases.parts(phrases.phrase(candidate.index()))) {
        nested.put(part, Math.max(nested.get(part), candidate.papers()));
      }
    }
    return nested;
  }

  private double likelihood(PhraseCount candidate, int size) {
    int all = phrases.papers(candidate.index());
    double ofText = logLikelihoodRatio(candidate.papers(), size, all, Math.max(all, papers));
    double ofTitles =
        logLikelihoodRatio(candidate.titles(), size, titles[candidate.index()], papers);
    return Math.sqrt(ofText * (ofTitles + WITHOUT_TITLES * ofText));
  }

  private double association(PhraseCount candidate, int size) {
    double all = phrases.papers(candidate.index());
    return candidate.papers() / Math.sqrt(size * all);
  }

  private double exclusiveness(PhraseCount candidate, int size) {
    float share = (float) candidate.papers() / size;
    float highest = best[candidate.index()];
    double other = share < highest ? highest : second[candidate.index()];
    double ratio = Math.min(1, share / Math.max(other, 1e-9));
    return ratio * ratio;
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
