package dev.akin.index.store;

import org.jspecify.annotations.Nullable;

/// How similar the papers of an index are to each other, measured on a sample when the index was
/// written.
///
/// @param texts how many distinct texts the index had
/// @param rarity how rare a cosine is between two papers
/// @param ofPhrases how rare a cosine is between a phrase and a paper; absent if there was no model
///   to embed phrases with
/// @param floor the default minimum similarity, as a rarity: papers below it are not related; 0
///   removes nothing
/// @param coverage the share of papers with at least five others above `floor`, 0 to 1
public record SimilarityScale(
    int texts, Rarity rarity, @Nullable Rarity ofPhrases, double floor, double coverage) {
  /// Fewer texts say nothing about chance.
  public static final int MIN_TEXTS = 100;

  /// The default minimum similarity of a phrase and a paper: one random pair in a hundred is
  /// nearer. Recipes and rows of letters have no paper above it, or one.
  private static final double FLOOR_OF_PHRASES = 2;

  /// How rare a cosine with a paper is.
  ///
  /// @param isPhrase whether it is that of a phrase; if phrases were not measured, papers stand in
  public Rarity rarityOf(boolean isPhrase) {
    return isPhrase && ofPhrases != null ? ofPhrases : rarity;
  }

  /// The default minimum similarity of a query, as a rarity.
  ///
  /// @param isPhrase whether the query is a phrase
  public double floorOf(boolean isPhrase) {
    if (!isPhrase) {
      return floor;
    }
    return ofPhrases == null ? 0 : FLOOR_OF_PHRASES;
  }

  /// The same with another scale of phrases.
  public SimilarityScale withPhrases(@Nullable Rarity other) {
    return new SimilarityScale(texts, rarity, other, floor, coverage);
  }
}
