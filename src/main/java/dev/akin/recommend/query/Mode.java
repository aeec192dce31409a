package dev.akin.recommend.query;

import java.util.Locale;

/// How the relatedness of papers is measured.
public enum Mode {
  /// Meaning and words together.
  HYBRID,
  /// Meaning: the cosine of the texts' embeddings.
  SEMANTIC,
  /// Words: BM25 over title and abstract.
  LEXICAL;

  /// Its name in the API and on the command line: `hybrid`, `semantic`, `lexical`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
