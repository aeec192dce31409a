package dev.akin.embed.model;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder with models, each in a folder of its own, before those that came with akin.
///
/// @param folder where models are added and fetched; it need not exist if there are installed ones
/// @param installed the folder of the models that came with akin, into which no model is added or
///   fetched; absent if they are in `folder`
/// @param cache where rewritten graphs are kept of models in a folder that cannot be written;
///   absent for the folder of each model
public record ModelStore(Path folder, @Nullable Path installed, @Nullable Path cache) {
  /// The name of the default model.
  public static final String DEFAULT_MODEL = "all-minilm-l6-v2";

  /// A folder where each model keeps its own graphs.
  public ModelStore(Path folder) {
    this(folder, null, null);
  }

  /// All models, sorted by name. The files of a model may be missing. A folder whose name starts
  /// with a dot is one that is being made.
  ///
  /// @throws EmbedException if a folder cannot be read or a card in it is wrong
  public List<ModelFolder> list() {
    Map<String, Path> found = new TreeMap<>();
    if (installed != null) {
      found.putAll(modelsIn(installed));
    }
    if (installed == null || Files.exists(folder)) {
      found.putAll(modelsIn(folder));
    }
    return found.values().stream().map(this::open).toList();
  }

  private static Map<String, Path> modelsIn(Path folder) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(path -> Files.isRegularFile(path.resolve(ModelCard.FILE)))
          .collect(Collectors.toMap(path -> path.getFileName().toString(), path -> path));
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
      return open(placesOf(nameOrPath).findFirst().orElseThrow(() -> unknown(nameOrPath)));
    } catch (InvalidPathException e) {
      throw unknown(nameOrPath);
    }
  }

  /// Whether there is a model with this name; its files may be missing.
  public boolean has(String name) {
    return placesOf(name).findFirst().isPresent();
  }

  /// Where the files of a model are to be put: its folder, unless it came with akin.
  public Path placeOf(ModelFolder model) {
    return isInstalled(model.path()) ? folder.resolve(model.card().name()) : model.path();
  }

  /// Whether a model that came with akin has this name, with its files: another one of this name
  /// would hide it.
  public boolean isInstalled(String name) {
    return installed != null
        && Files.isRegularFile(installed.resolve(name).resolve(ModelCard.WEIGHTS));
  }

  private boolean isInstalled(Path path) {
    return installed != null && path.startsWith(installed) && !path.startsWith(folder);
  }

  private Stream<Path> placesOf(String name) {
    return Stream.of(folder, installed)
        .filter(Objects::nonNull)
        .map(path -> path.resolve(name))
        .filter(path -> Files.isRegularFile(path.resolve(ModelCard.FILE)));
  }

  private ModelFolder open(Path path) {
    ModelFolder model = ModelFolder.open(path);
    return cache == null || keepsItsGraphs(model) ? model : model.withGraphsIn(cache);
  }

  private boolean keepsItsGraphs(ModelFolder model) {
    Path path = model.path();
    return !isInstalled(path)
        && (Files.isWritable(path) || GraphRecord.of(path, model.card()).isPresent());
  }

  private static EmbedException unknown(String name) {
    return new EmbedException(
        AkinException.Kind.MISSING,
        "unknown model %s; \"akin models\" lists those here, \"akin models add\" adds one"
            .formatted(Printable.quote(name)));
  }
}
