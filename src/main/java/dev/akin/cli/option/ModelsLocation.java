package dev.akin.cli.option;

import dev.akin.embed.model.ModelStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Where the models are.
///
/// A package of akin is installed where nothing may be written. Its launcher names a folder for the
/// user's models in the system property `akin.models`, and one for what akin makes on this machine
/// in `akin.cache`.
///
/// @hidden public for its own room only
@Group(OptionGroup.INDEX)
public final class ModelsLocation {
  @Option(
      names = "--models",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description =
          "Folder of models that you add or fetch; those that come with akin are found, too."
              + " Default: models, next to the command akin; of an installed akin"
              + " ~/.local/share/akin/models.")
  private @Nullable Path models;

  public ModelStore store() {
    Path installed = Path.of(System.getProperty("akin.home", ""), "models");
    Path own = models == null ? named("akin.models") : models;
    return own == null
        ? new ModelStore(installed, null, graphs())
        : new ModelStore(own, installed, graphs());
  }

  private static @Nullable Path named(String property) {
    String path = System.getProperty(property);
    return path == null ? null : Path.of(path);
  }

  private static @Nullable Path graphs() {
    Path cache = named("akin.cache");
    return cache == null ? null : cache.resolve("graphs");
  }

  /// Whether models are rewritten when they are first used: in a package, whose models come as they
  /// were published. In a clone the launcher rewrites the model after a build.
  public static boolean rewritesAtFirstUse() {
    return graphs() != null;
  }
}
