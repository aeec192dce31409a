package dev.akin.exchange;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A folder with vectors: Parquet files at any depth, or `vectors.npy` with its ids. Files and
/// folders whose names begin with a dot are left out.
///
/// @param folder where they are
/// @param files in the order of their paths, at least one
/// @param origin the model that the files name; absent if they name none
public record VectorFolder(Path folder, List<Path> files, @Nullable VectorOrigin origin) {
  /// The file of `akin export` that names the model.
  private static final String EXPORT = "export.json";

  /// Finds the files.
  ///
  /// @throws VectorException if there is none, one is damaged, or they are of several models
  public static VectorFolder open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw VectorException.of(AkinException.Kind.MISSING, folder, "there is no such folder");
    }
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      throw VectorException.of(
          AkinException.Kind.MISSING,
          folder,
          "no vectors in it: neither files that end in .parquet, nor vectors.npy");
    }
    return new VectorFolder(folder, files, origin(folder, files));
  }

  private static List<Path> files(Path folder) {
    try {
      return new FolderTree(folder)
          .all().stream().filter(path -> isVectors(folder.relativize(path))).toList();
    } catch (IOException e) {
      throw VectorException.disk(folder, "cannot be listed", e);
    }
  }

  private static boolean isVectors(Path path) {
    for (Path each : path) {
      if (each.toString().startsWith(".")) {
        return false;
      }
    }
    return path.toString().endsWith(".parquet") || path.endsWith(NpyVectors.VECTORS);
  }

  private static @Nullable VectorOrigin origin(Path folder, List<Path> files) {
    VectorOrigin first = originOf(files.getFirst());
    for (Path file : files) {
      VectorOrigin origin = originOf(file);
      if (origin == null ? first != null : first == null || !isSame(first, origin)) {
        throw VectorException.of(
            AkinException.Kind.CONFIGURATION,
            file,
            ("its vectors are of %s, those of %s of %s; put the files of each model into a folder"
                    + " of their own")
                .formatted(words(origin), files.getFirst(), words(first)));
      }
    }
    return first == null ? exported(folder.resolve(EXPORT)) : first;
  }

  private static boolean isSame(VectorOrigin a, VectorOrigin b) {
    return a.identity().equals(b.identity());
  }

  private static String words(@Nullable VectorOrigin origin) {
    return origin == null ? "a model that it does not name" : origin.toString();
  }

  private static @Nullable VectorOrigin originOf(Path file) {
    if (file.endsWith(NpyVectors.VECTORS)) {
      return null;
    }
    try (ParquetVectors vectors = ParquetVectors.open(file)) {
      return vectors.origin();
    }
  }

  private static @Nullable VectorOrigin exported(Path card) {
    if (!Files.exists(card)) {
      return null;
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(card));
      return new VectorOrigin(
          json.required("model").stringValue(), json.required("identity").stringValue());
    } catch (IOException | JacksonException e) {
      throw VectorException.damaged(card, "not written by akin export", e);
    }
  }

  /// Opens one of the files.
  static VectorReader reader(Path file) {
    return file.endsWith(NpyVectors.VECTORS) ? NpyVectors.open(file) : ParquetVectors.open(file);
  }
}
