package dev.akin.write.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the rows of a table in one format.
interface TableRows extends AutoCloseable {
  /// Adds a row.
  ///
  /// @param cells one for each column, of its kind or absent
  void add(List<@Nullable Object> cells) throws IOException;

  @Override
  void close() throws IOException;
}
