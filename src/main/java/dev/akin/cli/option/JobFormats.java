package dev.akin.cli.option;

import dev.akin.read.PaperFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The format of the input of a job, and that of its summary.
///
/// Until 0.1 `--format` was the format of the input, and `--summary` that of the summary. Both
/// still work.
///
/// @hidden public for its own room only
public final class JobFormats {
  private static final String AUTO = "auto";

  @Group(OptionGroup.INPUT)
  @Option(
      names = "--input-format",
      paramLabel = "NAME",
      defaultValue = AUTO,
      description =
          "auto, akin-json, arxiv-json, daily-papers, bibtex, ris, csl-json, acl-xml, openalex, csv,"
              + " medline, web-of-science, refer, semantic-scholar or pubmed-xml. Default: auto, by"
              + " content.")
  private String input;

  @Group(OptionGroup.OUTPUT)
  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "Print the summary for people or as JSON. Default: table.")
  private String format;

  @Option(names = "--summary", hidden = true)
  private @Nullable Summary summary;

  private enum Summary {
    TEXT,
    JSON
  }

  /// The format of the input; absent if it is to be found by content.
  ///
  /// @throws IllegalArgumentException if there is no such format
  public @Nullable PaperFormat input() {
    String name = ofSummary() == null ? format : input;
    return name.equals(AUTO) ? null : PaperFormat.byName(name);
  }

  /// Whether the summary is printed as JSON.
  public boolean isJson() {
    return summary == Summary.JSON || ofSummary() == OutputFormat.JSON;
  }

  private @Nullable OutputFormat ofSummary() {
    return OutputFormat.byName(format);
  }
}
