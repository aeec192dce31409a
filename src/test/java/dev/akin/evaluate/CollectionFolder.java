package dev.akin.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a test collection, file by file.
public record CollectionFolder(Path path) {
  /// A file of these lines.
  public CollectionFolder with(String file, String... lines) {
    try {
      Files.writeString(path.resolve(file), String.join("\n", lines) + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
