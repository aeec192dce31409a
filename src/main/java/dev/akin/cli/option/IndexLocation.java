package dev.akin.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Which index.
///
/// @hidden public for its own room only
public final class IndexLocation {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = "akin-index",
      description = "The index's directory. Default: $$AKIN_INDEX, else ./akin-index.")
  private Path directory;

  public Path directory() {
    return directory;
  }
}
