package dev.akin.faults.service;

import dev.akin.faults.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The calls that a service makes to the system, as `strace` sees them.
final class Trace {
  private final Path file;
  private int seen;

  private Trace(Path file) {
    this.file = file;
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
