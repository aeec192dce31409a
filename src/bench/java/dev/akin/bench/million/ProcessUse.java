package dev.akin.bench.million;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process takes, as Linux says: looks ten times a second until it is closed.
final class ProcessUse implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;

  private final Path folder;
  private final Thread thread;
  private volatile long anonymousBytes;
  private volatile long residentBytes;
  private volatile boolean closed;

  private ProcessUse(Path folder) {
    this.folder = folder;
    this.thread = Thread.startVirtualThread(this::watch);
  }

  static ProcessUse of(long pid) {
    return new ProcessUse(Path.of("/proc", Long.toString(pid)));
  }

  /// This process.
  static ProcessUse own() {
    return of(ProcessHandle.current().pid());
  }

  private void watch() {
    try {
      while (!closed) {
        anonymousBytes = Math.max(anonymousBytes, field("status", "RssAnon:") << 10);
        residentBytes = Math.max(residentBytes, field("status", "VmRSS:") << 10);
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long field(String file, String name) {
    return field(folder.resolve(file), name);
  }

  private static long field(Path file, String name) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }

  /// What this process has written to disks so far, in bytes.
  static long writtenBytes() {
    return field(Path.of("/proc/self/io"), "write_bytes:");
  }

  /// The most in RAM that is no page of a file, in bytes.
  long peakAnonymousBytes() {
    return anonymousBytes;
  }

  /// The most in RAM, pages of mapped files included, in bytes.
  long peakResidentBytes() {
    return residentBytes;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
