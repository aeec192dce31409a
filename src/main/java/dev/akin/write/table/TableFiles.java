package dev.akin.write.table;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table as CSV, JSON lines and Parquet at once: `NAME.csv`, `NAME.jsonl`, `NAME.parquet`. Each
/// says what it was made from, in the first line of the CSV, the first object of the JSON lines,
/// the metadata of the Parquet file. It is written row by row. For one thread; close it.
public final class TableFiles implements AutoCloseable {
  private static final double PLACES = 1e6;

  private final List<TableColumn> columns;
  private final List<TableRows> formats;

  private TableFiles(List<TableColumn> columns, List<TableRows> formats) {
    this.columns = columns;
    this.formats = formats;
  }

  /// Begins a table.
  ///
  /// @param folder an existing folder
  /// @param name of the files, without extension
  /// @throws UncheckedIOException if they cannot be written
  public static TableFiles create(
      Path folder, String name, List<TableColumn> columns, Provenance provenance) {
    List<TableRows> formats = new ArrayList<>();
    TableFiles table = new TableFiles(List.copyOf(columns), formats);
    try {
      formats.add(CsvRows.create(folder.resolve(name + ".csv"), columns, provenance));
      formats.add(JsonTable.create(folder.resolve(name + ".jsonl"), columns, provenance));
      formats.add(ParquetTable.create(folder.resolve(name + ".parquet"), columns, provenance));
      return table;
    } catch (IOException e) {
      table.close();
      throw new UncheckedIOException(folder + ": cannot be written: " + AkinException.reason(e), e);
    }
  }

  /// Adds a row.
  ///
  /// @param cells one for each column: a String, an Integer or a Double as the column says, or null
  /// @throws IllegalArgumentException if they do not fit the columns
  /// @throws UncheckedIOException if the files cannot be written
  public void add(@Nullable Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + columns.size() + " columns");
    }
    List<@Nullable Object> row = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      row.add(fitting(cells[i], columns.get(i)));
    }
    try {
      for (TableRows format : formats) {
        format.add(row);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static @Nullable Object fitting(@Nullable Object cell, TableColumn column) {
    boolean fits =
        switch (column.kind()) {
          case TEXT -> cell == null || cell instanceof String;
          case INTEGER -> cell == null || cell instanceof Integer;
          case NUMBER -> cell == null || cell instanceof Double;
        };
    if (!fits) {
      throw new IllegalArgumentException(column + " has no " + cell);
    }
    return cell instanceof Double number ? Math.round(number * PLACES) / PLACES : cell;
  }

  private static UncheckedIOException unwritable(IOException e) {
    return new UncheckedIOException("the table cannot be written: " + AkinException.reason(e), e);
  }

  /// Ends the table.
  ///
  /// @throws UncheckedIOException if the files cannot be written
  @Override
  public void close() {
    @Nullable IOException failed = null;
    for (TableRows format : formats) {
      try {
        format.close();
      } catch (IOException e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw unwritable(failed);
    }
  }
}
