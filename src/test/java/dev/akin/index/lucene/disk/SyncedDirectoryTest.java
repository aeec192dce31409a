package dev.akin.index.lucene.disk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.NIOFSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncedDirectoryTest {
  /// The error of this folder is that it is not there. As on a real disk, it is gone after somebody
  /// has been told.
  @Test
  void anErrorOfAFolderIsReportedToAkinAndNotToLucene(@TempDir Path home) throws IOException {
    Path folder = home.resolve("build");
    NIOFSDirectory lucene =
        new NIOFSDirectory(folder) {
          @Override
          public void syncMetaData() throws IOException {
            Files.createDirectory(folder);
          }
        };
    Files.delete(folder);
    try (SyncedDirectory directory = new SyncedDirectory(lucene)) {
      assertThatThrownBy(directory::syncMetaData).isInstanceOf(IOException.class);
    }
  }
}
