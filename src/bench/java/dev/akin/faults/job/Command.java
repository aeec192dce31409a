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
import java.util.stream.Stream;

/// A command of akin, to be run as a process of its own.
///
/// @param before the command that runs it, such as `strace`; none
/// @param environment variables that it has besides this process's
/// @param input for its standard input
record Command(
    Setting setting,
    List<String> before,
    List<String> arguments,
    Map<String, String> environment,
    Input input) {
  /// What is written to a command's standard input.
  interface Input {
    void writeTo(OutputStream out) throws IOException;
  }

  static Command of(Setting setting, String... arguments) {
    return new Command(setting, List.of(), List.of(arguments), Map.of(), out -> {});
  }

  /// The batch job.
  static Command index(Setting setting, Path papers, Path index) {
    return of(setting, "index", papers.toString(), "--index", index.toString());
  }

  /// Run by another command.
  Command under(String... command) {
    return new Command(setting, List.of(command), arguments, environment, input);
  }

  /// With more arguments.
  Command with(String... more) {
    List<String> all = Stream.concat(arguments.stream(), Stream.of(more)).toList();
    return new Command(setting, before, all, environment, input);
  }

  /// With a variable.
  Command where(String name, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(name, value);
    return new Command(setting, before, arguments, all, input);
  }

  /// With something to read.
  Command reading(Input other) {
    return new Command(setting, before, arguments, environment, other);
  }

  /// Starts it; close it.
  Running start() throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(setting.home().resolve("akin").toString());
    command.addAll(arguments);
    Path own = Files.createTempDirectory(setting.folder(), "run-");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(own.toFile())
            .redirectOutput(own.resolve("out").toFile())
            .redirectError(own.resolve("err").toFile());
    builder.environment().putAll(environment);
    return new Running(builder.start(), own, input);
  }

  /// Runs it to its end.
  Ended run() throws IOException, InterruptedException {
    try (Running running = start()) {
      return running.await();
    }
  }

  /// Runs it to its end, or kills it without a warning after a time.
  Ended runFor(Duration most) throws IOException, InterruptedException {
    try (Running running = start()) {
      return running.awaitFor(most);
    }
  }

  /// Runs a script to its end that is given some words and then this command. It is root in a name
  /// space of its own: what it mounts is seen by nobody else.
  Ended script(String script, String... words) throws IOException, InterruptedException {
    String[] all =
        Stream.concat(Stream.of("unshare", "-rm", "sh", "-c", script), Stream.of(words))
            .toArray(String[]::new);
    return under(all).run();
  }
}
