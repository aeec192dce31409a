package dev.akin.index.lucene;

import dev.akin.index.lucene.care.SnapshotManifest;
import dev.akin.index.lucene.care.SnapshotOptions;
import dev.akin.index.lucene.care.SnapshotTaking;
import dev.akin.index.lucene.care.TakenSnapshot;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.disk.DiskFailures;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// Makes and restores snapshots. A snapshot is a folder with one commit of an index:
///
///     manifest.json    describes the commit, with the digest of each file ([SnapshotManifest])
///     files/           the files of the commit
public final class SnapshotFolder {
  /// What to do if there is an index already.
  public enum Present {
    /// Keep it, and fail.
    REFUSE,
    /// Replace it in one step; services switch to the restored one.
    REPLACE
  }

  private SnapshotFolder() {}

  /// Makes a snapshot of the newest commit. A writer can continue meanwhile.
  ///
  /// @param directory the directory of the index
  /// @param target the folder of the snapshot: it does not exist yet, or is empty
  /// @throws IndexException if there is no index, one of its files is damaged, `target` is not
  ///   empty, or it cannot be written; then nothing is left in `target`
  public static TakenSnapshot take(Path directory, Path target, SnapshotOptions options) {
    IndexHome home = new IndexHome(directory);
    Path build = home.path(home.requireBuild());
    try {
      return new SnapshotTaking(home, target, options).run();
    } catch (IOException e) {
      throw DiskFailures.unreadable(build, e);
    }
  }

  /// Restores a snapshot as a new build of the index in `directory`, after comparing every file
  /// with its digest.
  ///
  /// @return the restored commit
  /// @throws IndexException if the snapshot is not complete, there is an index already, another
  ///   process writes to it, or it cannot be written; then the index stays as it was
  public static IndexInfo restore(Path snapshot, Path directory, Present present) {
    SnapshotManifest manifest = SnapshotManifest.read(snapshot);
    IndexHome home = new IndexHome(directory);
    try {
      return new SnapshotRestoring(snapshot, manifest, home, Clock.systemUTC()).run(present);
    } catch (IOException e) {
      throw DiskFailures.unwritable(directory, e);
    }
  }
}
