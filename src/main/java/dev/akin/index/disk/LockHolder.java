package dev.akin.index.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the process that holds a lock on a file. Only Linux tells it, in `/proc/locks`.
final class LockHolder {
  private static final Path LOCKS = Path.of("/proc/locks");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int PID = 4;
  private static final int FILE = 5;

  private LockHolder() {}

  /// The id of the process; empty if it is not known.
  static Optional<String> of(Path lock) {
    try {
      String inode = ":" + Files.getAttribute(lock, "unix:ino");
      return Files.readAllLines(LOCKS).stream()
          .map(line -> SPACES.split(line, -1))
          .filter(words -> words.length > FILE && words[FILE].endsWith(inode))
          .map(words -> words[PID])
          .findFirst();
    } catch (IOException | RuntimeException e) {
      // The message is then less precise.
      return Optional.empty();
    }
  }
}
