package dev.akin.faults.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A call to the system that a command makes.
///
/// @param name such as `fsync`
/// @param ordinal which of its calls of that name a thread makes, from 1
record SystemCall(String name, int ordinal) {
  private static final Pattern LINE = Pattern.compile("(\\d+) +(\\w+)\\((.*)");

  /// Runs a command to its end, and lists what it does to a folder, in order.
  ///
  /// @param names such as `fsync,rename`
  static List<SystemCall> of(Command command, Path folder, String names)
      throws IOException, InterruptedException {
    Path trace = Files.createTempFile(command.setting().folder(), "trace-", "");
    command.under(strace(trace, names)).run().well();
    Map<String, Integer> counts = new HashMap<>();
    Set<SystemCall> calls = new LinkedHashSet<>();
    for (String line : lines(trace)) {
      Matcher call = LINE.matcher(line);
      if (call.lookingAt()) {
        int ordinal = counts.merge(call.group(1) + call.group(2), 1, Integer::sum);
        if (call.group(3).contains(folder.toString())) {
          calls.add(new SystemCall(call.group(2), ordinal));
        }
      }
    }
    return List.copyOf(calls);
  }

  private static String[] strace(Path trace, String names, String... more) {
    List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-y", "-s", "0"));
    command.addAll(List.of("-o", trace.toString(), "-e", "trace=" + names));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  private static List<String> lines(Path trace) throws IOException {
    return Files.readAllLines(trace, StandardCharsets.ISO_8859_1);
  }

  /// Runs a command that is killed with SIGKILL when it makes this call.
  Ended kill(Command command) throws IOException, InterruptedException {
    Path trace = Files.createTempFile(command.setting().folder(), "trace-", "");
    return command.under(strace(trace, name, "-e", inject("signal=KILL"))).run();
  }

  /// Runs a command whose call fails.
  ///
  /// @param error such as `EIO`
  /// @param folder that the call must concern
  /// @return how it ended; null if the call was not made
  @Nullable Ended fail(Command command, Path folder, String error)
      throws IOException, InterruptedException {
    Path trace = Files.createTempFile(command.setting().folder(), "trace-", "");
    Ended ended = command.under(strace(trace, name, "-e", inject("error=" + error))).run();
    boolean hit =
        lines(trace).stream()
            .anyMatch(line -> line.contains("INJECTED") && line.contains(folder.toString()));
    return hit ? ended : null;
  }

  private String inject(String what) {
    return "inject=%s:%s:when=%d".formatted(name, what, ordinal);
  }

  @Override
  public String toString() {
    return name + " " + ordinal;
  }
}
