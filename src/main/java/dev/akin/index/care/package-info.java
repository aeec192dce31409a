/// Looking after an index: is all of it whole, and copies of one commit. Start with [Verification];
/// [dev.akin.index.SnapshotFolder] takes and restores copies.
///
/// Reads and copies; changes no index.
@NullMarked
package dev.akin.index.care;

import org.jspecify.annotations.NullMarked;
