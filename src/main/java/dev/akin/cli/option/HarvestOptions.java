package dev.akin.cli.option;

import dev.akin.harvest.HarvestRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What to harvest from a repository, in place of files.
///
/// @hidden public for its own room only
public final class HarvestOptions {
  @Option(
      names = "--oai",
      paramLabel = "URL",
      description =
          "Harvest the papers of a repository by OAI-PMH, in place of files: the first time all, then"
              + " what has changed; papers that it deletes are removed.")
  private @Nullable URI url;

  @Option(
      names = "--set",
      paramLabel = "SET",
      description = "With --oai: only papers of that set, such as cs. Default: all.")
  private @Nullable String set;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "With --oai: only what has changed since then, such as 2024-05-17.")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "With --oai: only what has changed until then.")
  private @Nullable String until;

  @Option(
      names = "--prefix",
      paramLabel = "oai_dc|arXiv",
      defaultValue = HarvestRequest.OAI_DC,
      description = "With --oai: the form of the metadata. Default: oai_dc.")
  private String prefix;

  public boolean isGiven() {
    return url != null;
  }

  /// The request; absent if nothing is to be harvested.
  ///
  /// @throws IllegalArgumentException if it cannot be asked so
  public @Nullable HarvestRequest request() {
    if (url == null) {
      if (set != null || from != null || until != null) {
        throw new IllegalArgumentException("--set, --from and --until go with --oai");
      }
      return null;
    }
    return new HarvestRequest(url, set, prefix, from, until);
  }
}
