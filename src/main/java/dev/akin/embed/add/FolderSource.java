package dev.akin.embed.add;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A folder in the layout of sentence-transformers. Its files may be links, as in a hub's cache.
record FolderSource(Path folder) implements ModelSource {
  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public String modelName() {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return ModelSource.modelName(last == null ? "" : last.toString());
  }

  @Override
  public @Nullable String homepage() {
    return null;
  }

  @Override
  public boolean copy(String file, Path to) throws IOException {
    Path from = folder.resolve(file);
    if (!Files.isRegularFile(from)) {
      return false;
    }
    Files.copy(from, to);
    return true;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
