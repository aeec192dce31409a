package dev.akin.job;

/// As what a paper was counted.
enum Counted {
  /// Not at all so far.
  NOT_YET,
  /// As one that the index did not have.
  INDEXED,
  /// As one that the index had otherwise.
  UPDATED,
  /// By an earlier record of its id; this one is a duplicate.
  BEFORE,
  /// As one that a new build takes over from the old one.
  TAKEN_OVER
}
