package dev.akin.roles;

/// What a feature of a sentence says. Trained weights depend on the codes.
enum FeatureKind {
  ANY_SENTENCE(0),
  WORD(1),
  BEGINNING(2),
  TWO_WORDS(3),
  FIRST_WORD(4),
  SECOND_WORD(5),
  THIRD_WORD(6),
  EARLY_WORD(7),
  LENGTH(8),
  PLACE(9),
  PLACE_FROM_END(10),
  TENTH(11),
  AUTHORS_BEFORE(12),
  AUTHORS_ELSEWHERE(13),
  WORD_AND_PART(14),
  PREVIOUS(15),
  NEXT(16);

  private final int code;

  FeatureKind(int code) {
    this.code = code;
  }

  /// The feature of this kind with a value.
  int of(int value) {
    return WordHashes.mix(code, value);
  }
}
