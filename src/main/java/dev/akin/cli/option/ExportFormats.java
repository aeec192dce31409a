package dev.akin.cli.option;

import dev.akin.write.vector.VectorFormat;
import picocli.CommandLine.Option;

/// The format of exported vectors, and that of the summary.
///
/// Until 0.1 `--format` was the format of the vectors. It still may be.
///
/// @hidden public for its own room only
public final class ExportFormats {
  @Option(
      names = "--as",
      paramLabel = "npy|jsonl|parquet",
      defaultValue = "npy",
      description =
          "npy: vectors.npy (float32) and ids.npy; jsonl: vectors.jsonl; parquet: vectors.parquet."
              + " Default: npy.")
  private String vectors;

  @Group(OptionGroup.OUTPUT)
  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "Print the summary for people or as JSON. Default: table.")
  private String format;

  /// The format of the vectors.
  ///
  /// @throws IllegalArgumentException if there is no such format
  public VectorFormat vectors() {
    return VectorFormat.byName(OutputFormat.byName(format) == null ? format : vectors);
  }

  /// Whether the summary is printed as JSON.
  public boolean isJson() {
    return OutputFormat.byName(format) == OutputFormat.JSON;
  }
}
