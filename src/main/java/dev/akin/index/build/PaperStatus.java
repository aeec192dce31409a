package dev.akin.index.build;

import dev.akin.paper.Paper;

/// How a paper stands to what an index holds of it.
public enum PaperStatus {
  /// Its id is not there.
  NEW,
  /// It was deleted for good.
  DELETED,
  /// It is there with another title or abstract.
  OTHER_TEXT,
  /// It is there with the same text, but something else of it has changed.
  OTHER_RECORD,
  /// It is there just so, in whatever language it was taken to be.
  SAME;

  /// How `paper` stands to the one that is there.
  static PaperStatus of(Paper there, Paper paper) {
    if (!there.title().equals(paper.title())
        || !there.abstractText().equals(paper.abstractText())) {
      return OTHER_TEXT;
    }
    return there.inLanguage(null).equals(paper.inLanguage(null)) ? SAME : OTHER_RECORD;
  }
}
