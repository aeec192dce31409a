package dev.akin.cli.option;

import dev.akin.harvest.HarvestRequest;
import dev.akin.job.HarvestOrder;
import dev.akin.job.JobOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Name of the repository, for the filter --source. Default: the host of the URL.")
  private String name = "";

  @Option(
      names = "--oai-list",
      paramLabel = "FILE",
      description =
          "Harvest many repositories: one a line, a URL and then set=, prefix= and name= as needed;"
              + " # begins a comment. If one fails, the others are harvested all the same, and the"
              + " exit code is 69.")
  private @Nullable Path list;

  @Option(
      names = "--reconcile",
      description =
          "Remove papers that the repository no longer has, also if it does not say that it deleted"
              + " them. Nothing is removed after a problem, or if more than 5 %% of its papers"
              + " would go.")
  private boolean reconcile;

  @Option(
      names = "--only-open",
      description = "Leave out papers that the repository does not declare to be open access.")
  private boolean onlyOpen;

  public boolean isGiven() {
    return url != null || list != null;
  }

  public boolean reconciles() {
    return reconcile;
  }

  /// The servers to harvest; none if nothing is to be harvested.
  ///
  /// @param force whether papers are removed that a server no longer has, however many
  /// @throws IllegalArgumentException if the options do not fit together
  public List<HarvestOrder> orders(boolean force) {
    boolean narrowed = set != null || from != null || until != null || !name.isEmpty();
    if (url == null && narrowed) {
      throw new IllegalArgumentException("--set, --from, --until and --name need --oai");
    }
    if (!isGiven() && (reconcile || onlyOpen)) {
      throw new IllegalArgumentException("--reconcile and --only-open need --oai or --oai-list");
    }
    if (url != null && list != null) {
      throw new IllegalArgumentException("give either --oai or --oai-list, not both");
    }
    if (list != null) {
      return HarvestList.read(list, prefix).stream()
          .map(entry -> order(entry.request(), entry.name(), force))
          .toList();
    }
    return url == null
        ? List.of()
        : List.of(order(new HarvestRequest(url, set, prefix, from, until), name, force));
  }

  private HarvestOrder order(HarvestRequest request, String source, boolean force) {
    JobOptions.Prune removing = force ? JobOptions.Prune.FORCED : JobOptions.Prune.CAREFULLY;
    return new HarvestOrder(
        request,
        source.strip(),
        onlyOpen ? HarvestOrder.AccessWanted.OPEN : HarvestOrder.AccessWanted.ANY,
        reconcile ? removing : JobOptions.Prune.NEVER);
  }
}
