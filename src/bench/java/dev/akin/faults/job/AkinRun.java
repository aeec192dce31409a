package dev.akin.faults.job;

import dev.akin.faults.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// One run of the command `akin`, as a process of its own.
///
/// @param code exit code; -1 if it did not end and was killed
/// @param peakBytes the most of it that was in RAM
record AkinRun(int code, String out, String err, Duration took, long peakBytes) {
  private static final Duration MOST = Duration.ofMinutes(9);

  /// What is written to its standard input.
  interface Input {
    void writeTo(OutputStream out) throws IOException;
  }

  /// How it is run.
  ///
  /// @param before the command that runs it, such as `unshare`; none
  /// @param input for its standard input
  record Start(
      Setting setting,
      List<String> before,
      List<String> arguments,
      Map<String, String> environment,
      Input input) {
    Start under(List<String> command) {
      return new Start(setting, command, arguments, environment, input);
    }

    Start where(String name, String value) {
      Map<String, String> all = new HashMap<>(environment);
      all.put(name, value);
      return new Start(setting, before, arguments, all, input);
    }

    Start reading(Input other) {
      return new Start(setting, before, arguments, environment, other);
    }

    /// Runs it to its end.
    AkinRun run() throws IOException, InterruptedException {
      return runFor(MOST);
    }

    /// Runs it to its end, or kills it without a warning after a time.
    AkinRun runFor(Duration most) throws IOException, InterruptedException {
      Path own = Files.createTempDirectory(setting.folder(), "run-");
      List<String> command = new ArrayList<>(before);
      command.add(setting.home().resolve("akin").toString());
      command.addAll(arguments);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(own.toFile())
              .redirectOutput(own.resolve("out").toFile())
              .redirectError(own.resolve("err").toFile());
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      Process process = builder.start();
      AtomicLong peak = new AtomicLong();
      Thread watch = Thread.startVirtualThread(() -> watch(process, peak));
      Thread feed = Thread.startVirtualThread(() -> feed(process));
      boolean ended = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      watch.join();
      feed.join();
      return new AkinRun(
          ended ? process.exitValue() : -1,
          Files.readString(own.resolve("out")),
          Files.readString(own.resolve("err")),
          took,
          peak.get());
    }

    private void feed(Process process) {
      try (OutputStream out = process.getOutputStream()) {
        input.writeTo(out);
      } catch (IOException ended) {
        // What the process says about its input is what counts.
      }
    }
  }

  /// @param arguments of `akin`
  static Start of(Setting setting, String... arguments) {
    return new Start(setting, List.of(), List.of(arguments), Map.of(), out -> {});
  }

  private static void watch(Process process, AtomicLong peak) {
    try {
      while (process.isAlive()) {
        peak.accumulateAndGet(Resident.peakBytes(process.pid()), Math::max);
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  double seconds() {
    return took.toNanos() / 1e9;
  }

  /// The last line that it printed to standard error.
  String lastError() {
    return err.strip().lines().reduce("", (first, second) -> second);
  }
}
