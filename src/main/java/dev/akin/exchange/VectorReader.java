package dev.akin.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads the vectors of one file in order. For one thread; close it.
interface VectorReader extends AutoCloseable {
  /// The next row, or null at the end.
  ///
  /// @throws VectorException if the file is damaged or cannot be read
  @Nullable VectorRow next();

  /// The file.
  Path file();

  @Override
  void close();
}
