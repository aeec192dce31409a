package dev.akin.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Finds the process that holds a lock on a file. Only Linux tells it, in `/proc/locks`.
public final class LockHolder {
  private static final Path LOCKS = Path.of("/proc/locks");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final String UNKNOWN = "it";
  private static final int PID = 4;
  private static final int FILE = 5;

  private LockHolder() {}

  /// The process, such as `process 4711`; `it` if it is not known.
  public static String of(Path lock) {
    try {
      String inode = ":" + Files.getAttribute(lock, "unix:ino");
      return Files.readAllLines(LOCKS).stream()
          .map(line -> SPACES.split(line, -1))
          .filter(words -> words.length > FILE && words[FILE].endsWith(inode))
          .map(words -> "process " + words[PID])
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException | RuntimeException e) {
      // The message is then less precise.
      return UNKNOWN;
    }
  }
}
