package dev.akin.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much of a process is in RAM, as Linux says.
public final class Resident {
  private Resident() {}

  /// Now.
  public static long bytes(long pid) {
    return field(pid, "VmRSS:");
  }

  /// At most so far; 0 if the process is gone.
  public static long peakBytes(long pid) {
    return field(pid, "VmHWM:");
  }

  private static long field(long pid, String name) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }
}
