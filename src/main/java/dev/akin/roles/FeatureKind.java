package dev.akin.roles;

/// What a feature of a sentence says. Trained weights depend on the order.
enum FeatureKind {
  ANY_SENTENCE,
  WORD,
  BEGINNING,
  TWO_WORDS,
  FIRST_WORD,
  SECOND_WORD,
  THIRD_WORD,
  EARLY_WORD,
  LENGTH,
  PLACE,
  PLACE_FROM_END,
  TENTH,
  AUTHORS_BEFORE,
  AUTHORS_ELSEWHERE,
  WORD_AND_PART,
  PREVIOUS,
  NEXT;

  /// The feature of this kind with a value.
  int of(int value) {
    return WordHashes.mix(ordinal(), value);
  }
}
