package dev.akin.faults.job;

import dev.akin.faults.Resident;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A command that runs. Close it.
final class Running implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path folder;
  private final long startNanos = System.nanoTime();

  private final AtomicLong peakBytes = new AtomicLong();

  Running(Process process, Path folder, Command.Input input) {
    this.process = process;
    this.folder = folder;
    Thread.startVirtualThread(this::watch);
    Thread.startVirtualThread(() -> feed(input));
  }

  private void watch() {
    try {
      while (process.isAlive()) {
        peakBytes.accumulateAndGet(Resident.peakBytes(process.pid()), Math::max);
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void feed(Command.Input input) {
    try (OutputStream out = process.getOutputStream()) {
      input.writeTo(out);
    } catch (IOException ended) {
      // What the process says about its input is what counts.
    }
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
    return ended(process.exitValue());
  }

  /// Waits for its end, or kills it without a warning after a time.
  Ended awaitFor(Duration most) throws IOException, InterruptedException {
    if (process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
      return ended(process.exitValue());
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    return ended(Ended.KILLED);
  }

  private Ended ended(int code) throws IOException {
    return new Ended(code, read("out"), read("err"), age(), peakBytes.get());
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
