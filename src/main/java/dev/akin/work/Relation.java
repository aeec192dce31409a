package dev.akin.work;

/// How two papers of one work stand to each other.
public enum Relation {
  /// They are the same work: a preprint and what was published of it, two versions, the same record
  /// twice.
  SAME_WORK,
  /// One of them corrects, retracts or adds to the other.
  ERRATUM
}
