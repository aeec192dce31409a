package dev.akin.recommend.rank;

import dev.akin.index.store.PhrasePlace;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which papers are about a phrase, when the newest of them come first and not the best: those
/// whose title has its words; those whose abstract has the phrase and that are at least about half
/// as relevant as the best; and those that are nearly as relevant as the best and rarely near. The
/// numbers were found with 325 papers in the feeds of 40 phrases (src/docs/relevance.md).
///
/// @param best the relevance of the most relevant paper
/// @param known the share of the weight of the phrase's words that some paper has
/// @param least the minimum similarity, as a rarity
/// @param rarity of a candidate; absent if unknown
record News(double best, double known, double least, Function<Candidate, @Nullable Double> rarity)
    implements Predicate<Candidate> {
  /// A paper that mentions the phrase in passing is less relevant.
  private static final double PART_WITH_THE_PHRASE = 0.55;

  private static final double PART = 0.9;

  /// One random pair of a phrase and a paper in three thousand is nearer.
  private static final double MIN_RARITY = 3.5;

  /// A paper with half of the words, by their weight, needs to be near enough only.
  private static final double MIN_WORDS = 0.5;

  static News of(
      List<Candidate> ranked,
      double known,
      double least,
      Function<Candidate, @Nullable Double> rarity) {
    double best = ranked.stream().mapToDouble(Candidate::relevance).max().orElse(0);
    return new News(best, known, least, rarity);
  }

  @Override
  public boolean test(Candidate candidate) {
    if (candidate.place() == PhrasePlace.ABSTRACT) {
      return candidate.relevance() >= PART_WITH_THE_PHRASE * best;
    }
    return candidate.hasPhrase() || (candidate.relevance() >= PART * best && isNear(candidate));
  }

  private boolean isNear(Candidate candidate) {
    boolean hasWords = candidate.words() * known >= MIN_WORDS;
    return Selection.isAbove(
        hasWords ? least : Math.max(least, MIN_RARITY), rarity.apply(candidate));
  }
}
