package dev.akin.cli.option;

import dev.akin.write.list.RecordFormat;
import dev.akin.write.vector.VectorFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is exported in which format, and the format of the summary.
///
/// Until 0.1 `--format` was the format of the vectors. It still may be.
///
/// @hidden public for its own room only
public final class ExportFormats {
  @Option(
      names = "--as",
      paramLabel = "NAME",
      description =
          "npy: vectors.npy (float32) and ids.npy; jsonl: vectors.jsonl; parquet: vectors.parquet."
              + " Default: npy. With --records, jsonl (akin's own, the default) or csl-json.")
  private @Nullable String as;

  @Option(
      names = "--records",
      description =
          "Write the papers with all their fields, and no vectors: papers.jsonl, which akin index"
              + " reads back, or papers.json for reference managers.")
  private boolean records;

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
    return VectorFormat.byName(named("npy"));
  }

  /// Whether the papers are exported and not their vectors.
  public boolean isRecords() {
    return records;
  }

  /// The format of the papers.
  ///
  /// @throws IllegalArgumentException if there is no such format
  public RecordFormat records() {
    return RecordFormat.byName(named("jsonl"));
  }

  private String named(String usual) {
    return OutputFormat.byName(format) == null ? format : as == null ? usual : as;
  }

  /// Whether the summary is printed as JSON.
  public boolean isJson() {
    return OutputFormat.byName(format) == OutputFormat.JSON;
  }
}
