/// Care for an index: checking that it is whole, and making snapshots. Start with [Verification];
/// [dev.akin.index.SnapshotFolder] makes and restores snapshots.
///
/// Reads and copies. Must never change an index.
@NullMarked
package dev.akin.index.care;

import org.jspecify.annotations.NullMarked;
