package dev.akin.index.store;

import dev.akin.paper.Paper;

/// A paper compared with what an index has of it.
public enum PaperStatus {
  /// The index does not have its id.
  NEW,
  /// It was deleted permanently.
  DELETED,
  /// The index has it with another title or abstract.
  OTHER_TEXT,
  /// The index has it with the same title and abstract, but something else has changed.
  OTHER_RECORD,
  /// The index has the same paper; only its language may differ.
  SAME;

  /// Compares a paper with the stored one.
  public static PaperStatus of(Paper stored, Paper paper) {
    if (!stored.title().equals(paper.title())
        || !stored.abstractText().equals(paper.abstractText())) {
      return OTHER_TEXT;
    }
    return stored.inLanguage(null).equals(paper.inLanguage(null)) ? SAME : OTHER_RECORD;
  }
}
