package dev.akin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The load generator `wrk`, driven by `src/bench/wrk/ask.lua`.
///
/// @param home of akin
/// @param folder for its files
/// @param port of the service
record Wrk(Path home, Path folder, int port) {
  /// What came of a run.
  ///
  /// @param answers of any status
  /// @param p50 in milliseconds
  /// @param p99 in milliseconds
  /// @param notOk answers with another status than 2xx
  /// @param socketErrors connections that failed, and answers that did not come in time
  /// @param busy answers with 429
  /// @param told those of them that say when to come again
  record Result(
      long answers,
      double seconds,
      double p50,
      double p99,
      long notOk,
      long socketErrors,
      long busy,
      long told) {
    /// Of answers with 2xx.
    double perSecond() {
      return (answers - notOk) / seconds;
    }
  }

  /// A run that has begun.
  static final class Running {
    private final Process process;

    private Running(Process process) {
      this.process = process;
    }

    /// Waits for its end.
    Result result() throws IOException, InterruptedException {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      String[] n =
          output
              .lines()
              .filter(line -> line.startsWith("akin "))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("wrk: " + output))
              .split(" ", 9);
      return new Result(
          Long.parseLong(n[1]),
          Double.parseDouble(n[2]),
          Double.parseDouble(n[3]),
          Double.parseDouble(n[4]),
          Long.parseLong(n[5]),
          Long.parseLong(n[6]),
          Long.parseLong(n[7]),
          Long.parseLong(n[8]));
    }
  }

  /// Asks by GET.
  Running get(List<String> paths, int clients, int seconds) throws IOException {
    return start("get", paths, clients, seconds);
  }

  /// Asks by POST for papers akin to texts.
  Running post(List<String> bodies, int clients, int seconds) throws IOException {
    return start("post", bodies, clients, seconds);
  }

  private Running start(String method, List<String> lines, int clients, int seconds)
      throws IOException {
    Path file = Files.write(Files.createTempFile(folder, "ask-", ".txt"), lines);
    int threads = Math.min(2, clients);
    return new Running(
        new ProcessBuilder(
                "wrk",
                "-t" + threads,
                "-c" + clients,
                "-d" + seconds + "s",
                "--timeout",
                "20s",
                "-s",
                home.resolve("src/bench/wrk/ask.lua").toString(),
                "http://127.0.0.1:" + port,
                "--",
                file.toString(),
                method,
                Integer.toString(threads))
            .redirectErrorStream(true)
            .start());
  }
}
