package dev.akin.cli.option;

import dev.akin.harvest.HarvestRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What to harvest from a repository, instead of reading files.
///
/// @hidden public for its own room only
@Group(OptionGroup.HARVEST)
public final class HarvestOptions {
  @Option(
      names = "--oai",
      paramLabel = "URL",
      description =
          "Read the papers of a repository instead of files: all of them the first time, later what"
              + " has changed. Papers that the repository deletes are removed.")
  private @Nullable URI url;

  @Option(
      names = "--set",
      paramLabel = "SET",
      description = "Only papers of this set, such as cs. Default: all.")
  private @Nullable String set;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Only what has changed since this date, such as 2024-05-17.")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Only what has changed up to this date.")
  private @Nullable String until;

  @Option(
      names = "--prefix",
      paramLabel = "oai_dc|arXiv",
      defaultValue = HarvestRequest.OAI_DC,
      description = "Format of the metadata. Default: oai_dc.")
  private String prefix;

  public boolean isGiven() {
    return url != null;
  }

  /// The request; absent if nothing is to be harvested.
  ///
  /// @throws IllegalArgumentException if the options do not fit together
  public @Nullable HarvestRequest request() {
    if (url == null) {
      if (set != null || from != null || until != null) {
        throw new IllegalArgumentException("--set, --from and --until need --oai");
      }
      return null;
    }
    return new HarvestRequest(url, set, prefix, from, until);
  }
}
