package dev.akin.job;

/// What a paper is counted as when it is written.
enum CountAs {
  /// A paper that the index did not have.
  INDEXED,
  /// A paper that has changed since the index got it.
  UPDATED,
  /// Nothing: an earlier record with its id was counted, and this record is a duplicate.
  BEFORE,
  /// A paper that a new build takes over from the old build.
  TAKEN_OVER
}
