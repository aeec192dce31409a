package dev.akin.index.lucene.disk;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Opens the directory of a build: on a real disk, or in tests on one that fails.
///
/// @hidden public for its own room only
public interface Disk {
  /// The disk of this machine.
  Disk REAL = build -> new SyncedDirectory(FSDirectory.open(build));

  /// Opens a directory; the caller closes it.
  Directory open(Path build) throws IOException;
}
