package dev.akin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command in a process of its own, with the classes that are tested.
final class OwnProcess {
  private OwnProcess() {}

  /// The words of the command line.
  static List<String> command(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
    words.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Akin.class.getName()));
    words.addAll(List.of(arguments));
    return words;
  }
}
