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

/// A folder and all that is in it, be it there or not.
public record FolderTree(Path folder) {
  /// Whether there is nothing, or an empty folder.
  public boolean isEmptyOrAbsent() throws IOException {
    return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
        || (Files.isDirectory(folder) && entries().isEmpty());
  }

  /// What is in the folder, but not deeper, by name.
  public List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  /// The folder and all that is in it, a folder before what is in it. Links are not followed.
  public List<Path> all() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Makes the folder, and those above it, so that they survive a loss of power.
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

  /// Deletes the folder, if it is there. Links are deleted, not followed.
  public void delete() throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      for (Path path : deepestFirst()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// Makes files and names survive a loss of power.
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

  /// Makes the names in the folder survive a loss of power.
  public void syncNames() throws IOException {
    // Windows opens no directories, and needs no such sync.
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
