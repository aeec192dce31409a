package dev.akin.base;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A temporary folder, which is deleted when it is closed. What a killed process leaves is deleted
/// by the next one that makes such a folder at the same place. For one thread; close it.
public final class ScratchFolder implements AutoCloseable {
  private static final String LOCK = ".lock";

  /// The lock of a younger folder may not be held yet.
  private static final Duration LOCKED_AFTER = Duration.ofMinutes(1);

  private final Path path;
  private final HeldLock lock;

  private ScratchFolder(Path path, HeldLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Makes a folder.
  ///
  /// @param place the folder in which it is made, which exists
  /// @param prefix of its name; folders with this prefix are nobody else's
  /// @throws IOException if `place` cannot be written
  public static ScratchFolder in(Path place, String prefix) throws IOException {
    deleteLeftBehind(place, prefix);
    Path path = Files.createTempDirectory(place, prefix);
    return new ScratchFolder(path, lock(path));
  }

  private static HeldLock lock(Path path) throws IOException {
    return HeldLock.of(path.resolve(LOCK), path + ": another akin uses this folder");
  }

  private static void deleteLeftBehind(Path place, String prefix) throws IOException {
    Instant latest = Instant.now().minus(LOCKED_AFTER);
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(place, path -> path.getFileName().toString().startsWith(prefix))) {
      for (Path folder : folders) {
        deleteIfLeftBehind(folder, latest);
      }
    }
  }

  private static void deleteIfLeftBehind(Path folder, Instant latest) {
    try {
      if (Files.exists(folder.resolve(LOCK))
          && Files.getLastModifiedTime(folder).toInstant().isBefore(latest)) {
        try (HeldLock _ = lock(folder)) {
          new FolderTree(folder).delete();
        }
      }
    } catch (IOException | AkinException _) {
      // It is in use, or another user's, or just deleted.
    }
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      new FolderTree(path).delete();
    }
  }
}
