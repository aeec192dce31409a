package dev.akin.job;

/// As what a paper is counted when it is written.
enum CountAs {
  /// As one that the index did not have.
  INDEXED,
  /// As one that the index had otherwise.
  UPDATED,
  /// Not any more: an earlier record of its id was, and this one is a duplicate.
  BEFORE,
  /// As one that a new build takes over from the old one.
  TAKEN_OVER
}
