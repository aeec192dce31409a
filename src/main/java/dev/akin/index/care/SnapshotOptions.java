package dev.akin.index.care;

/// How a snapshot is taken.
///
/// @param akin the version of akin, for its manifest
public record SnapshotOptions(String akin, Sharing sharing) {
  /// How a snapshot gets its files.
  public enum Sharing {
    /// It shares them with the index where the disk can do that, which takes no time and no space;
    /// copies them otherwise.
    LINKED,
    /// It has copies, so that what happens to the index's disk or files does not happen to it.
    COPIED
  }
}
