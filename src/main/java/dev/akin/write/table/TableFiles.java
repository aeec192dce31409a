package dev.akin.write.table;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table as CSV, JSON lines and Parquet at once: `NAME.csv`, `NAME.jsonl.gz`, `NAME.parquet`. The
/// first object of the JSON lines and the metadata of the Parquet file say what it was made from;
/// [TableFolder] says it beside the CSV. It is written row by row. For one thread; close it.
public final class TableFiles implements AutoCloseable {
  private static final double PLACES = 1e6;

  private final List<TableColumn> columns;

  /// Formats with all columns.
  private final List<TableRows> people = new ArrayList<>();

  /// Formats without the columns that programs do not need.
  private final List<TableRows> programs = new ArrayList<>();

  /// The files, without extension.
  private final Path path;

  private TableFiles(Path path, List<TableColumn> columns) {
    this.path = path;
    this.columns = columns;
  }

  /// Begins a table.
  ///
  /// @param folder an existing folder
  /// @param name of the files, without extension
  /// @throws UncheckedIOException if they cannot be written
  public static TableFiles create(
      Path folder, String name, List<TableColumn> columns, Provenance provenance) {
    TableFiles table = forPrograms(folder, name, columns, provenance);
    try {
      return table.and(CsvRows.create(folder.resolve(name + ".csv"), columns));
    } catch (IOException e) {
      table.close();
      throw table.unwritable(e);
    }
  }

  /// Begins a table without CSV.
  ///
  /// @param folder an existing folder
  /// @param name of the files, without extension
  /// @throws UncheckedIOException if they cannot be written
  public static TableFiles forPrograms(
      Path folder, String name, List<TableColumn> columns, Provenance provenance) {
    TableFiles table = new TableFiles(folder.resolve(name), List.copyOf(columns));
    List<TableColumn> fewer = columns.stream().filter(TableColumn::isForPrograms).toList();
    try {
      table.programs.add(JsonTable.create(folder.resolve(name + ".jsonl.gz"), fewer, provenance));
      table.programs.add(ParquetTable.create(folder.resolve(name + ".parquet"), fewer, provenance));
      return table;
    } catch (IOException e) {
      table.close();
      throw table.unwritable(e);
    }
  }

  /// Also writes all columns in another format.
  TableFiles and(TableRows format) {
    people.add(format);
    return this;
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
    List<@Nullable Object> fewer = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      Object cell = fitting(cells[i], columns.get(i));
      row.add(cell);
      if (columns.get(i).isForPrograms()) {
        fewer.add(cell);
      }
    }
    try {
      for (TableRows format : people) {
        format.add(row);
      }
      for (TableRows format : programs) {
        format.add(fewer);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static @Nullable Object fitting(@Nullable Object cell, TableColumn column) {
    boolean fits =
        switch (column.kind()) {
          case TEXT, REPEATED -> cell == null || cell instanceof String;
          case INTEGER -> cell == null || cell instanceof Integer;
          case NUMBER -> cell == null || cell instanceof Double;
        };
    if (!fits) {
      throw new IllegalArgumentException(column + " has no " + cell);
    }
    return cell instanceof Double number ? Math.round(number * PLACES) / PLACES : cell;
  }

  private List<TableRows> all() {
    List<TableRows> all = new ArrayList<>(people);
    all.addAll(programs);
    return all;
  }

  private UncheckedIOException unwritable(IOException e) {
    return new UncheckedIOException(path + ": cannot be written: " + AkinException.reason(e), e);
  }

  /// Ends the table.
  ///
  /// @throws UncheckedIOException if the files cannot be written
  @Override
  public void close() {
    @Nullable IOException failed = null;
    for (TableRows format : all()) {
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
