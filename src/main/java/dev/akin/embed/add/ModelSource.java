package dev.akin.embed.add;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the files of a model come from. For one thread. Close it.
public interface ModelSource extends AutoCloseable {
  /// The source as messages name it.
  String name();

  /// The name that the model gets if the user gives it none.
  String modelName();

  /// The address of a page about the model; absent if none is known.
  @Nullable String homepage();

  /// Copies a file of the source.
  ///
  /// @param file its path in the source, with `/` between folders
  /// @param to a place that is free
  /// @return whether the source has this file
  /// @throws IOException if it cannot be read or written
  /// @throws AkinException if the source is damaged, or refuses to give the file
  boolean copy(String file, Path to) throws IOException;

  @Override
  void close();

  /// A folder, or a zip file of one.
  ///
  /// @throws AkinException if there is no such file, or it is not a zip file
  static ModelSource of(Path path) {
    if (Files.isDirectory(path)) {
      return new FolderSource(path);
    }
    if (Files.isRegularFile(path)) {
      return ZipSource.open(path);
    }
    throw new AkinException(
        AkinException.Kind.MISSING,
        path + ": no such folder or file; a hub's model is hf:" + hubName(path));
  }

  private static String hubName(Path path) {
    return !path.isAbsolute() && path.getNameCount() == 2 ? path.toString() : "ORG/NAME";
  }

  /// Makes of a name one that a model can have: lower case, without spaces.
  static String modelName(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[._-]+", "");
    return plain.isEmpty() ? "model" : plain;
  }
}
