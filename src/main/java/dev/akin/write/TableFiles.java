package dev.akin.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table as CSV, JSON lines and Parquet at once: `NAME.csv`, `NAME.jsonl`, `NAME.parquet`. Each
/// says what it was made from: the first line of the CSV, the first object of the JSON lines, the
/// metadata of the Parquet file. Written row by row. For one thread; close it.
public final class TableFiles implements AutoCloseable {
  private final List<TableColumn> columns;
  private final List<TableRows> formats;

  private TableFiles(List<TableColumn> columns, List<TableRows> formats) {
    this.columns = columns;
    this.formats = formats;
  }

  /// Begins a table.
  ///
  /// @param folder that is there
  /// @param name of the files, without an ending
  /// @throws UncheckedIOException if they cannot be written
  public static TableFiles create(
      Path folder, String name, List<TableColumn> columns, Provenance provenance) {
    try {
      CsvRows csv = CsvRows.create(folder.resolve(name + ".csv"), columns, provenance);
      return new TableFiles(List.copyOf(columns), List.of(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /// Adds a row.
  ///
  /// @param cells one a column: a String, an Integer or a Double as the column says, or null
  /// @throws IllegalArgumentException if they do not fit the columns
  /// @throws UncheckedIOException if the files cannot be written
  public void add(@Nullable Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + columns.size() + " columns");
    }
    try {
      for (TableRows format : formats) {
        format.add(Arrays.asList(cells));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the table cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      for (TableRows format : formats) {
        format.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the table cannot be written: " + e.getMessage(), e);
    }
  }
}
