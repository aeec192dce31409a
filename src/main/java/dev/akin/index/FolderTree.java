package dev.akin.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// A folder and all that is in it.
record FolderTree(Path folder) {
  boolean isEmptyOrAbsent() throws IOException {
    return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
        || (Files.isDirectory(folder) && entries().isEmpty());
  }

  List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  /// The folder and all that is in it, a folder before what is in it. Links are not followed.
  List<Path> all() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Deletes the folder, if it is there. Links are deleted, not followed.
  void delete() throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path path : deepestFirst()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// Makes files and names survive a loss of power.
  void sync() throws IOException {
    for (Path path : deepestFirst()) {
      if (Files.isDirectory(path)) {
        SyncedDirectory.sync(path);
      } else {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    }
  }

  private List<Path> deepestFirst() throws IOException {
    return all().reversed();
  }
}
