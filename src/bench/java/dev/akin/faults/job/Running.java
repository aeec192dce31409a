package dev.akin.faults.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A command that runs. Close it.
final class Running implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path folder;
  private final long startNanos = System.nanoTime();

  Running(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Since it was started.
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /// Kills it with SIGKILL, and waits until it is gone.
  ///
  /// @return whether it was still there
  boolean kill() throws InterruptedException {
    boolean there = process.isAlive();
    process.destroyForcibly();
    return process.waitFor() == 128 + 9 && there;
  }

  /// Waits for its end.
  ///
  /// @throws IllegalStateException if it does not end
  Ended await() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("does not end: " + read("err"));
    }
    return new Ended(process.exitValue(), read("out"), read("err"), age());
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
