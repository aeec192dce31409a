package dev.akin.embed.model;

import dev.akin.base.FolderTree;
import dev.akin.base.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files of a model that are being made, in a temporary folder inside the folder where they belong:
/// the model's, or that of its graphs. Each is moved to its place in one step. Close it: that
/// deletes what was not moved, and `place` if nothing is in it. What a killed process leaves is
/// deleted by the next one.
///
/// @hidden public for its own room only
public final class NewModelFiles implements AutoCloseable {
  private final Path place;
  private final ScratchFolder scratch;

  private NewModelFiles(Path place, ScratchFolder scratch) {
    this.place = place;
    this.scratch = scratch;
  }

  /// Makes the temporary folder, and `place` if it is not there.
  ///
  /// @param prefix of its name
  public static NewModelFiles in(Path place, String prefix) throws IOException {
    // Absolute, because Maven runs in this folder.
    Path path = Files.createDirectories(place.toAbsolutePath());
    return new NewModelFiles(path, ScratchFolder.in(path, prefix));
  }

  /// The temporary folder.
  public Path folder() {
    return scratch.path();
  }

  /// Moves a file to its place, and replaces an older one.
  public void keep(String file) throws IOException {
    Files.move(scratch.path().resolve(file), place.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    scratch.close();
    if (new FolderTree(place).isEmptyOrAbsent()) {
      Files.deleteIfExists(place);
    }
  }
}
