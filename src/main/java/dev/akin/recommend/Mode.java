package dev.akin.recommend;

/// What makes a paper akin.
public enum Mode {
  /// Meaning and words together.
  HYBRID,
  /// Meaning: the cosine of the texts' embeddings.
  SEMANTIC,
  /// Words: BM25 over title and abstract.
  LEXICAL
}
