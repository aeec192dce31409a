package dev.akin.cli.option;

import dev.akin.embed.model.ModelStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Where the models are.
///
/// @hidden public for its own room only
@Group(OptionGroup.INDEX)
public final class ModelsLocation {
  @Option(
      names = "--models",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "Folder of the models. Default: models, next to the command akin.")
  private @Nullable Path models;

  public ModelStore store() {
    Path home = Path.of(System.getProperty("akin.home", ""));
    return new ModelStore(models == null ? home.resolve("models") : models);
  }
}
