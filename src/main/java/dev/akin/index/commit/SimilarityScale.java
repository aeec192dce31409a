package dev.akin.index.commit;

/// How similar the papers of an index are to each other, measured on a sample when the index was
/// written.
///
/// @param texts how many distinct texts the index had
/// @param rarity how rare a cosine is
/// @param floor the default minimum similarity, as a rarity: papers below it are not related; 0
///   removes nothing
/// @param coverage the share of papers with at least five others above `floor`, 0 to 1
public record SimilarityScale(int texts, Rarity rarity, double floor, double coverage) {
  /// Fewer texts say nothing about chance.
  public static final int MIN_TEXTS = 100;
}
