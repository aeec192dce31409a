package dev.akin.index.commit;

/// How close the papers of an index are to each other, as a sample showed when the index was built.
///
/// @param texts the distinct texts there were
/// @param rarity of cosines
/// @param floor the rarity below which a paper is not akin to another, unless a query says
///   otherwise; 0 cuts nothing
/// @param coverage the share of papers with at least five others above the floor, 0 to 1
public record SimilarityScale(int texts, Rarity rarity, double floor, double coverage) {
  /// Fewer texts than that say nothing about chance.
  public static final int MIN_TEXTS = 100;
}
