package dev.akin.work;

/// How two papers of one work are related.
public enum Relation {
  /// They are the same work: a preprint and its publication, two versions, the same record twice.
  SAME_WORK,
  /// One of them corrects, retracts or adds to the other.
  ERRATUM
}
