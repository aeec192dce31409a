package dev.akin.cli.option;

import dev.akin.embed.model.ModelStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Where the models are.
///
/// A package of akin is installed where nothing may be written. Its launcher names a folder for
/// what akin makes on this machine in the system property `akin.cache`.
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
    return new ModelStore(models == null ? home.resolve("models") : models, graphs());
  }

  private static @Nullable Path graphs() {
    String cache = System.getProperty("akin.cache");
    return cache == null ? null : Path.of(cache, "graphs");
  }

  /// Whether models are rewritten when they are first used: in a package, whose models come as they
  /// were published. In a clone the launcher rewrites the model after a build.
  public static boolean rewritesAtFirstUse() {
    return graphs() != null;
  }
}
