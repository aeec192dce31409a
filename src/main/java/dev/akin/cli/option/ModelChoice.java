package dev.akin.cli.option;

import dev.akin.base.AkinException;
import dev.akin.embed.model.Device;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.model.Models;
import dev.akin.embed.model.Precision;
import dev.akin.vector.Space;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which model, and how it is run.
///
/// @hidden public for its own room only
@Group(OptionGroup.INDEX)
public final class ModelChoice {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      split = ",",
      description =
          "Name of a model (see: akin models) or path of its folder. Several, separated by commas,"
              + " are used together. Default: that of the index; if there is none, "
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
      description = "Number of threads that embed. Default: one for each core.")
  private @Nullable Integer threads;

  @Option(
      names = "--precision",
      paramLabel = "fp32|balanced|fast",
      description =
          "Precision of the model: fp32 as published; balanced and fast are faster, with products"
              + " of 8 bits. An index has one precision. Default: that of the index; if there is"
              + " none, fp32.")
  private @Nullable Precision precision;

  public ModelStore store() {
    return models.store();
  }

  /// The models and the precision that the options name, else those of the index.
  ///
  /// @param spaces of the index; none if there is no index yet
  /// @throws IllegalArgumentException if one is named twice
  public Models models(List<Space> spaces) {
    return models(spaces, model -> computed(model, spaces));
  }

  /// The same to replace those of the index: as their cards are now.
  ///
  /// @throws IllegalArgumentException if one is named twice
  public Models newModels(List<Space> spaces) {
    return models(spaces, model -> model.withPrecision(computed(model, spaces).precision()));
  }

  private Models models(List<Space> spaces, UnaryOperator<ModelFolder> computed) {
    List<String> ofIndex = spaces.stream().map(Space::model).toList();
    List<String> otherwise = ofIndex.isEmpty() ? List.of(ModelStore.DEFAULT_MODEL) : ofIndex;
    return new Models(
        (names.isEmpty() ? otherwise : names)
            .stream()
                .map(name -> names.isEmpty() ? ofIndex(name, spaces) : store().find(name))
                .map(computed)
                .toList());
  }

  /// The model of an index may be one that made its vectors elsewhere, and was never here.
  private ModelFolder ofIndex(String name, List<Space> spaces) {
    if (!spaces.isEmpty() && !store().has(name)) {
      throw new EmbedException(
          AkinException.Kind.MISSING,
          "the index was made with the model \"%s\", which is not here; to search for texts or to"
                  .formatted(name)
              + " embed papers, give --model PATH, or put its folder at "
              + store().folder().resolve(name));
    }
    return store().find(name);
  }

  private ModelFolder computed(ModelFolder model, List<Space> spaces) {
    ModelFolder ofIndex =
        spaces.stream()
            .map(model::of)
            .filter(candidate -> spaces.contains(candidate.space()))
            .findFirst()
            .orElse(model);
    return precision == null ? ofIndex : ofIndex.withPrecision(precision);
  }

  /// Whether the options name models or a precision.
  public boolean isGiven() {
    return !names.isEmpty() || precision != null;
  }

  /// The number of threads that the options give, else one for each core.
  public int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  public EmbedOptions embedOptions() {
    EmbedOptions options = EmbedOptions.onAllCores();
    return (threads == null ? options : options.withThreads(threads)).on(device);
  }
}
