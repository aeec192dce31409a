package dev.akin.faults.job;

import dev.akin.faults.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A command of akin, to be run as a process of its own.
///
/// @param before the command that runs it, such as `strace`; none
/// @param folder for its output
record Command(Path home, Path folder, List<String> before, List<String> arguments) {
  static Command of(Setting setting, String... arguments) {
    return new Command(setting.home(), setting.folder(), List.of(), List.of(arguments));
  }

  /// The batch job.
  static Command index(Setting setting, Path papers, Path index) {
    return of(setting, "index", papers.toString(), "--index", index.toString());
  }

  /// Run by another command.
  Command under(String... command) {
    return new Command(home, folder, List.of(command), arguments);
  }

  /// With more arguments.
  Command with(String... more) {
    List<String> all = Stream.concat(arguments.stream(), Stream.of(more)).toList();
    return new Command(home, folder, before, all);
  }

  /// Starts it; close it.
  Running start() throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(home.resolve("akin").toString());
    command.addAll(arguments);
    return start(command);
  }

  /// Runs it to its end.
  Ended run() throws IOException, InterruptedException {
    try (Running running = start()) {
      return running.await();
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

  private Running start(List<String> command) throws IOException {
    Path own = Files.createTempDirectory(folder, "run-");
    return new Running(
        new ProcessBuilder(command)
            .directory(own.toFile())
            .redirectOutput(own.resolve("out").toFile())
            .redirectError(own.resolve("err").toFile())
            .start(),
        own);
  }
}
