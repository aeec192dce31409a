/// Care for an index: checking that it is whole, and making snapshots. Start with
/// [dev.akin.index.store.Verification]; [dev.akin.index.lucene.SnapshotFolder] makes and restores
/// snapshots.
///
/// Reads and copies. Must never change an index.
@NullMarked
package dev.akin.index.lucene.care;

import org.jspecify.annotations.NullMarked;
