package dev.akin.index;

import dev.akin.index.care.SnapshotManifest;
import dev.akin.index.care.SnapshotOptions;
import dev.akin.index.care.SnapshotTaking;
import dev.akin.index.care.TakenSnapshot;
import dev.akin.index.commit.IndexHome;
import dev.akin.index.commit.IndexInfo;
import dev.akin.index.disk.IndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// A commit of an index in a folder of its own, to be kept elsewhere and put back:
///
///     manifest.json    what it holds, and the digest of each file ([SnapshotManifest])
///     files/           the files of the commit
public final class SnapshotFolder {
  /// What to do where an index is already.
  public enum Present {
    /// Leave it, and refuse.
    REFUSE,
    /// Replace it, in one step; services go on with what was put back.
    REPLACE
  }

  private SnapshotFolder() {}

  /// Takes a snapshot of the newest commit; a writer may go on meanwhile.
  ///
  /// @param directory of the index
  /// @param target not there yet, or an empty folder
  /// @throws IndexException if there is no index, a file of it is damaged, something is at
  ///   `target`, or it cannot be written; nothing is left of it then
  public static TakenSnapshot take(Path directory, Path target, SnapshotOptions options) {
    IndexHome home = new IndexHome(directory);
    Path build = home.path(home.requireBuild());
    try {
      return new SnapshotTaking(home, target, options).run();
    } catch (IOException e) {
      throw IndexException.unreadable(build, e);
    }
  }

  /// Puts a snapshot back as a new build of the index in `directory`, after comparing every file
  /// with its digest.
  ///
  /// @return what is there now
  /// @throws IndexException if the snapshot is not whole, there is an index already, somebody
  ///   writes to it, or it cannot be written; what was there still answers then
  public static IndexInfo restore(Path snapshot, Path directory, Present present) {
    SnapshotManifest manifest = SnapshotManifest.read(snapshot);
    IndexHome home = new IndexHome(directory);
    try {
      return new SnapshotRestoring(snapshot, manifest, home, Clock.systemUTC()).run(present);
    } catch (IOException e) {
      throw IndexException.unwritable(directory, e);
    }
  }
}
