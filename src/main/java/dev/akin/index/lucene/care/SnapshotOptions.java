package dev.akin.index.lucene.care;

/// How to make a snapshot.
///
/// @param akin the version of akin, for the manifest
public record SnapshotOptions(String akin, Sharing sharing) {
  /// How a snapshot gets its files.
  public enum Sharing {
    /// It shares them with the index if the disk can do that, which takes no time and no space. If
    /// not, it copies them.
    LINKED,
    /// It copies them, so that damage to the index's disk or files does not reach the snapshot.
    COPIED
  }
}
