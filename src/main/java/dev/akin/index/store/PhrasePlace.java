package dev.akin.index.store;

/// Where a paper has a phrase.
public enum PhrasePlace {
  /// The phrase is the title.
  WHOLE_TITLE(4),
  /// The title has the phrase.
  TITLE(3),
  /// The title has all words of the phrase.
  WORDS_IN_TITLE(2),
  /// The abstract has the phrase.
  ABSTRACT(1);

  private final int rank;

  PhrasePlace(int rank) {
    this.rank = rank;
  }

  /// How good the place is: 4 for the best, 1 for the weakest.
  public int rank() {
    return rank;
  }

  public static PhrasePlace of(int rank) {
    for (PhrasePlace place : values()) {
      if (place.rank == rank) {
        return place;
      }
    }
    throw new IllegalArgumentException("no place has rank " + rank);
  }
}
