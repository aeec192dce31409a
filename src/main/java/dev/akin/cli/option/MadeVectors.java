package dev.akin.cli.option;

import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelCard;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.exchange.LoadedVectors;
import dev.akin.exchange.VectorFolder;
import dev.akin.exchange.VectorOrigin;
import dev.akin.job.JobTarget;
import dev.akin.vector.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Vectors that were made before, to be used instead of embedding, and the model that made them.
///
/// @hidden public for its own room only
@Group(OptionGroup.INPUT)
public final class MadeVectors {
  @Option(
      names = "--vectors",
      paramLabel = "DIR",
      description =
          "Use the vectors in this folder instead of embedding: Parquet files of akin embed, of akin"
              + " export or of another program (columns id and vector), or vectors.npy with ids.txt"
              + " (one a line) or ids.npy. Papers without a vector are embedded if the model is"
              + " here, otherwise skipped; they are named, and so are vectors without a paper."
              + " Vectors made elsewhere need a model.json in the folder, or --model NAME: the model"
              + " that read title and abstract in one pass.")
  private @Nullable Path directory;

  public boolean isGiven() {
    return directory != null;
  }

  /// The folder; absent if none is given.
  public @Nullable VectorFolder folder() {
    return directory == null ? null : VectorFolder.open(directory);
  }

  /// The model of the vectors.
  ///
  /// @throws IllegalArgumentException if nothing says which it is
  /// @throws EmbedException if it is not here, or not that of the index
  public static Models models(VectorFolder vectors, ModelChoice choice, JobTarget target) {
    VectorOrigin origin = vectors.origin();
    if (origin == null) {
      return Models.of(ofOtherPrograms(vectors.folder(), choice));
    }
    Models models = ofAkin(origin, choice, target);
    List<Space> spaces = models.spaces();
    if (spaces.size() > 1 || !origin.isOf(spaces.getFirst())) {
      throw new EmbedException(
          AkinException.Kind.CONFIGURATION,
          "%s: the vectors are of %s, not of %s"
              .formatted(
                  vectors.folder(),
                  origin,
                  String.join(
                      ",", spaces.stream().map(space -> VectorOrigin.of(space) + "").toList())));
    }
    return models;
  }

  private static Models ofAkin(VectorOrigin origin, ModelChoice choice, JobTarget target) {
    if (choice.isGiven()) {
      return choice.newModels(target.spaces());
    }
    return target.isNew()
        ? Models.of(choice.store().find(origin.model()).ofIdentity(origin.identity()))
        : choice.models(target.spaces());
  }

  private static ModelFolder ofOtherPrograms(Path folder, ModelChoice choice) {
    if (Files.exists(folder.resolve(ModelCard.FILE))) {
      return ModelFolder.open(folder);
    }
    if (!choice.isGiven()) {
      throw new IllegalArgumentException(
          "%s: nothing says which model made these vectors; put its %s there, or give --model NAME"
              .formatted(folder, ModelCard.FILE));
    }
    List<ModelFolder> models = choice.newModels(List.of()).folders();
    if (models.size() > 1) {
      throw new IllegalArgumentException("--vectors takes one model, not several");
    }
    return models.getFirst().inOnePass();
  }

  /// Reads and checks the vectors.
  ///
  /// @param models those of [#models]
  /// @param index the directory of the index, next to which they are copied
  public static LoadedVectors load(VectorFolder vectors, Models models, Path index) {
    Path name = index.toAbsolutePath().normalize().getFileName();
    Path spool = index.toAbsolutePath().normalize().resolveSibling("." + name + ".vectors");
    return LoadedVectors.load(vectors, models.spaces().getFirst(), spool);
  }
}
