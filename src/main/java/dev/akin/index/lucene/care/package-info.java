/// Care for an index: checking that it is whole, and making snapshots. Start with [Verification];
/// [dev.akin.index.lucene.SnapshotFolder] makes and restores snapshots.
///
/// Reads and copies. Must never change an index.
@NullMarked
package dev.akin.index.lucene.care;

import dev.akin.index.store.Verification;
import org.jspecify.annotations.NullMarked;
