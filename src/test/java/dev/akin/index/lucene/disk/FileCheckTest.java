package dev.akin.index.lucene.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.index.lucene.Damage;
import dev.akin.index.lucene.Samples;
import dev.akin.index.lucene.commit.NewestCommit;
import dev.akin.index.store.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read when an index is opened.
class FileCheckTest {
  @TempDir Path folder;
  private List<String> files = List.of();
  private long othersBytes;

  /// Written long before the others.
  private Path old = Path.of("");

  @BeforeEach
  void index() throws IOException {
    Samples.index(folder, Samples.paper("a", "A"), Samples.paper("b", "B"));
    Samples.index(folder, Samples.paper("c", "C"));
    files = NewestCommit.in(Damage.build(folder)).files();
    for (String file : files) {
      Path path = Damage.build(folder).resolve(file);
      boolean isOld = file.endsWith(".cfs") && old.toString().isEmpty();
      old = isOld ? path : old;
      Files.setLastModifiedTime(path, FileTime.fromMillis(isOld ? 1_000 : 2_000));
      othersBytes += isOld ? 0 : Files.size(path);
    }
  }

  private void check(List<String> which) throws IOException {
    try (Directory directory = Disk.REAL.open(Damage.build(folder))) {
      new FileCheck(Damage.build(folder), directory).requireNewest(which, othersBytes);
    }
  }

  private void requireRefused(Path file) {
    assertThatThrownBy(() -> check(files))
        .isInstanceOf(IndexException.class)
        .hasMessageStartingWith(file + ": damaged: ");
  }

  @Test
  void theNewestFilesAreReadAndTheEndsOfTheOthers() throws IOException {
    check(files);
    for (String file : files) {
      Path path = Damage.build(folder).resolve(file);
      FileTime written = Files.getLastModifiedTime(path);
      Damage.flip(path, 60);
      Files.setLastModifiedTime(path, written);
      if (path.equals(old)) {
        check(files);
      } else {
        requireRefused(path);
      }
      Damage.flip(path, 60);
      Files.setLastModifiedTime(path, written);
    }
    Damage.cut(old, Files.size(old) - 1);
    requireRefused(old);
  }

  @Test
  void aFileThatAWriterHasDeletedIsLeftOut() throws IOException {
    List<String> more = new ArrayList<>(files);
    more.add("_zz.cfs");
    check(more);
    try (Directory directory = Disk.REAL.open(Damage.build(folder))) {
      FileCheck all = new FileCheck(Damage.build(folder), directory);
      assertThat(all.requireWhole("_zz.cfs", _ -> true)).isTrue();
      assertThat(all.requireWhole(files.getFirst(), _ -> false)).isFalse();
    }
  }
}
