package dev.akin.index.lucene.care;

/// A snapshot that was just made.
///
/// @param linked whether the files are shared with the index
public record TakenSnapshot(SnapshotManifest manifest, boolean linked) {}
