package dev.akin.cli.option;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// How a result is printed: for people, or as JSON for programs.
///
/// @hidden public for its own room only
@Group(OptionGroup.OUTPUT)
public final class ResultFormat {
  @Option(
      names = "--format",
      scope = ScopeType.INHERIT,
      paramLabel = "table|json",
      defaultValue = "table",
      description = "Print the result for people or as JSON. Default: table.")
  private OutputFormat format;

  public boolean isJson() {
    return format == OutputFormat.JSON;
  }
}
