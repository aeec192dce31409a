package dev.akin.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Other programs.
public final class Commands {
  private Commands() {}

  /// Runs a command to its end.
  ///
  /// @return what it printed
  /// @throws IllegalStateException if it fails
  public static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Arrays.toString(command) + ": " + output);
    }
    return output;
  }

  /// Whether there is such a program.
  public static boolean has(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// Whether a command can be run here.
  public static boolean succeeds(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /// Whether `strace` is here, and may trace.
  public static boolean trace() throws IOException, InterruptedException {
    return has("strace") && succeeds("strace", "-f", "-e", "trace=none", "true");
  }

  /// Whether a user may mount a disk in memory.
  public static boolean mount() throws IOException, InterruptedException {
    return has("unshare") && succeeds("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt");
  }
}
