package dev.akin.index.disk;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Where a writer keeps the files of a build: a real disk, or in tests one that fails.
///
/// @hidden public for its own room only
public interface Disk {
  Disk REAL = build -> new SyncedDirectory(FSDirectory.open(build));

  Directory open(Path build) throws IOException;
}
