package dev.akin.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Which index.
final class IndexLocation {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = "akin-index",
      description = "The index's directory. Default: $$AKIN_INDEX, else ./akin-index.")
  private Path directory;

  Path directory() {
    return directory;
  }
}
