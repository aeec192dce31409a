package dev.akin.cli;

import dev.akin.embed.Device;
import dev.akin.embed.EmbedOptions;
import dev.akin.embed.ModelFolder;
import dev.akin.embed.ModelStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which model, and how it is run.
final class ModelChoice {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "A model's name (see: akin models) or the path of its folder."
              + " Default: the index's own model; for a new index "
              + ModelStore.DEFAULT_MODEL
              + ".")
  private @Nullable String name;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Where the models are. Default: models beside the command akin.")
  private @Nullable Path models;

  @Option(
      names = "--device",
      paramLabel = "cpu|gpu",
      defaultValue = "cpu",
      description = "Where the model runs; gpu needs a build with -Pgpu. Default: cpu.")
  private Device device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Workers of the model on the CPU. Default: one a core.")
  private @Nullable Integer threads;

  ModelStore store() {
    Path home = Path.of(System.getProperty("akin.home", ""));
    return new ModelStore(models == null ? home.resolve("models") : models);
  }

  /// The model that was asked for, else `otherwise`.
  ModelFolder folder(String otherwise) {
    return store().find(name == null ? otherwise : name);
  }

  EmbedOptions embedOptions() {
    EmbedOptions options = EmbedOptions.onAllCores();
    return (threads == null ? options : options.withThreads(threads)).on(device);
  }
}
