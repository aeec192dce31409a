package dev.akin.embed.model;

import dev.akin.base.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files of a model that are being made, in a temporary folder inside the model's folder. Each is
/// moved to its place in one step. Close it: that deletes what was not moved.
///
/// @hidden public for its own room only
public final class NewModelFiles implements AutoCloseable {
  private final Path model;
  private final Path folder;

  private NewModelFiles(Path model, Path folder) {
    this.model = model;
    this.folder = folder;
  }

  /// Makes the temporary folder.
  ///
  /// @param prefix of its name
  public static NewModelFiles in(ModelFolder model, String prefix) throws IOException {
    // Absolute, because Maven runs in this folder.
    Path path = model.path().toAbsolutePath();
    return new NewModelFiles(path, Files.createTempDirectory(path, prefix));
  }

  /// The temporary folder.
  public Path folder() {
    return folder;
  }

  /// Moves a file to its place in the model's folder, and replaces an older one.
  public void keep(String file) throws IOException {
    Files.move(folder.resolve(file), model.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    new FolderTree(folder).delete();
  }
}
