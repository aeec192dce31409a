/// Lucene's files on a disk, synced so that an error shows, and what can be said when one is
/// damaged. Start with [Disk].
@NullMarked
package dev.akin.index.disk;

import org.jspecify.annotations.NullMarked;
