package dev.akin.cli;

import dev.akin.embed.Device;
import dev.akin.embed.EmbedOptions;
import dev.akin.embed.ModelStore;
import dev.akin.embed.Models;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which model, and how it is run.
final class ModelChoice {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      split = ",",
      description =
          "A model's name (see: akin models) or the path of its folder; several, parted by commas,"
              + " are all kept and add up. Default: the index's own; for a new index "
              + ModelStore.DEFAULT_MODEL
              + ".")
  private List<String> names = List.of();

  @Mixin private ModelsLocation models;

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
    return models.store();
  }

  /// The models that were asked for, else those named `otherwise`.
  ///
  /// @throws IllegalArgumentException if one is named twice
  Models models(List<String> otherwise) {
    return new Models((names.isEmpty() ? otherwise : names).stream().map(store()::find).toList());
  }

  /// Whether models were asked for.
  boolean isGiven() {
    return !names.isEmpty();
  }

  /// The models that were asked for, else the default one.
  Models modelsOrDefault() {
    return models(List.of(ModelStore.DEFAULT_MODEL));
  }

  EmbedOptions embedOptions() {
    EmbedOptions options = EmbedOptions.onAllCores();
    return (threads == null ? options : options.withThreads(threads)).on(device);
  }
}
