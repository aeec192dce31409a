package dev.akin.embed.model;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder with models, each in a folder of its own.
///
/// @param folder usually `models`
/// @param graphs where the models' rewritten graphs are kept; absent for the folder of each model
public record ModelStore(Path folder, @Nullable Path graphs) {
  /// The name of the default model.
  public static final String DEFAULT_MODEL = "all-minilm-l6-v2";

  /// A folder where each model keeps its own graphs.
  public ModelStore(Path folder) {
    this(folder, null);
  }

  /// All models, sorted by name. The files of a model may be missing. A folder whose name starts
  /// with a dot is one that is being made.
  ///
  /// @throws EmbedException if the folder cannot be read or a card in it is wrong
  public List<ModelFolder> list() {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(path -> Files.isRegularFile(path.resolve(ModelCard.FILE)))
          .sorted()
          .map(this::open)
          .toList();
    } catch (IOException e) {
      throw new EmbedException(
          AkinException.Kind.MISSING,
          folder + ": not a folder of models (" + EmbedException.reason(e) + ")",
          e);
    }
  }

  /// The model with a name, or in a folder with a path. A path contains a `/` or starts with a dot.
  ///
  /// @throws EmbedException if there is none
  public ModelFolder find(String nameOrPath) {
    try {
      if (nameOrPath.contains("/")
          || nameOrPath.contains(File.separator)
          || nameOrPath.startsWith(".")) {
        return open(Path.of(nameOrPath));
      }
      if (Files.isRegularFile(folder.resolve(nameOrPath).resolve(ModelCard.FILE))) {
        return open(folder.resolve(nameOrPath));
      }
      throw unknown(nameOrPath);
    } catch (InvalidPathException e) {
      throw unknown(nameOrPath);
    }
  }

  private ModelFolder open(Path path) {
    ModelFolder model = ModelFolder.open(path);
    return graphs == null ? model : model.withGraphsIn(graphs);
  }

  private static EmbedException unknown(String name) {
    return new EmbedException(
        AkinException.Kind.MISSING,
        "unknown model %s; \"akin models\" lists those here, \"akin models add\" adds one"
            .formatted(Printable.quote(name)));
  }
}
