package dev.akin.index.lucene.disk;

import dev.akin.base.FolderTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;

/// A Lucene directory that reports errors when its file names are synced. It hides files of other
/// programs, such as an editor's: Lucene would take the copy `segments_3~` for a commit.
final class SyncedDirectory extends FilterDirectory {
  private final Path path;

  SyncedDirectory(FSDirectory directory) {
    super(directory);
    this.path = directory.getDirectory();
  }

  @Override
  public String[] listAll() throws IOException {
    return Stream.of(super.listAll()).filter(DamagedFile::isLucene).toArray(String[]::new);
  }

  /// Lucene's own sync must not come first: it ignores an error of a folder, and the system reports
  /// an error only once.
  @Override
  public void syncMetaData() throws IOException {
    new FolderTree(path).syncNames();
  }
}
