package dev.akin.cli.option;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperStore;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The index that a command works on.
///
/// @hidden public for its own room only
@Group(OptionGroup.INDEX)
public final class IndexLocation {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = "akin-index",
      description = "Folder of the index. Default: $$AKIN_INDEX, else ./akin-index.")
  private Path directory;

  /// The folder.
  public Path directory() {
    return directory;
  }

  /// Where the index is.
  public PaperStore store() {
    return new LuceneStore(directory);
  }
}
