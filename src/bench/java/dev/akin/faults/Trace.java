package dev.akin.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The calls that a service makes to the system, as `strace` sees them.
final class Trace {
  /// Why there is none, where there is none.
  static final Outcome MISSING =
      new Outcome.Skipped("needs strace (Debian: apt-get install strace), and leave to trace");

  private final Path file;
  private int seen;

  private Trace(Path file) {
    this.file = file;
  }

  static boolean isPossible() throws IOException, InterruptedException {
    return Commands.has("strace") && Commands.succeeds("strace", "-f", "-e", "trace=none", "true");
  }

  static Trace in(Setting setting) {
    return new Trace(setting.folder().resolve("trace"));
  }

  /// The command that traces.
  ///
  /// @param calls such as `openat`
  String[] command(String calls) {
    return new String[] {
      "strace", "-f", "-qq", "-s", "400", "-e", "trace=" + calls, "-o", file.toString()
    };
  }

  /// The lines since it was asked last.
  List<String> news() throws IOException {
    List<String> all = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    List<String> news = all.subList(Math.min(seen, all.size()), all.size());
    seen = all.size();
    return news;
  }
}
