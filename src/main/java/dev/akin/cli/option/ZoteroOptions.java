package dev.akin.cli.option;

import dev.akin.harvest.ZoteroLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which library of a running Zotero to read.
///
/// @hidden public for its own room only
@Group(OptionGroup.QUERY)
public final class ZoteroOptions {
  @Option(
      names = "--zotero",
      description =
          "Papers for each topic of the library of the Zotero that runs on this machine. Zotero must"
              + " allow it: Settings > Advanced > Allow other applications on this computer to"
              + " communicate with Zotero.")
  private boolean wanted;

  @Option(
      names = "--zotero-collection",
      paramLabel = "NAME",
      description =
          "The same for one collection of that library, with the collections inside it; its name, or"
              + " its path such as Thesis/Methods.")
  private @Nullable String collection;

  @Option(
      names = "--zotero-url",
      paramLabel = "URL",
      defaultValue = ZoteroLibrary.USUAL,
      description = "Where Zotero answers on this machine. Default: " + ZoteroLibrary.USUAL + ".")
  private String url;

  /// Whether the library is to be read.
  public boolean areGiven() {
    return wanted || collection != null;
  }

  /// The collection; absent for the whole library.
  public @Nullable String collection() {
    return collection;
  }

  /// The library.
  ///
  /// @throws IllegalArgumentException if it is not on this machine
  public ZoteroLibrary library() {
    return ZoteroLibrary.at(url);
  }
}
