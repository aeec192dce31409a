/// Lucene's files on a disk: errors of the disk are reported, and a damaged file is named. Start
/// with [Disk].
///
/// Must never know what is in the files.
@NullMarked
package dev.akin.index.lucene.disk;

import org.jspecify.annotations.NullMarked;
