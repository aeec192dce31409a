package dev.akin.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// A folder and everything in it. The folder need not exist.
public record FolderTree(Path folder) {
  /// Whether the folder is empty or does not exist.
  public boolean isEmptyOrAbsent() throws IOException {
    return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
        || (Files.isDirectory(folder) && entries().isEmpty());
  }

  /// The files and folders right inside the folder, sorted by name.
  public List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  /// The folder and everything in it, each folder before its contents. Links are not followed.
  public List<Path> all() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Creates the folder and its parents, so that they survive a loss of power.
  public void create() throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    if (above != null) {
      if (!Files.isDirectory(above)) {
        new FolderTree(above).create();
      }
      Files.createDirectories(folder);
      new FolderTree(above).syncNames();
    }
  }

  /// Deletes the folder if it exists. Links are deleted, not followed.
  public void delete() throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path path : deepestFirst()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// Writes all files and their names to the disk, so that they survive a loss of power.
  public void sync() throws IOException {
    for (Path path : deepestFirst()) {
      if (Files.isDirectory(path)) {
        new FolderTree(path).syncNames();
      } else {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    }
  }

  /// Writes the names in the folder to the disk, so that they survive a loss of power.
  public void syncNames() throws IOException {
    // Windows cannot open a directory, and does not need this.
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private List<Path> deepestFirst() throws IOException {
    return all().reversed();
  }
}
