package dev.akin.write.table;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The tables in a folder. Some of them are also sheets of one workbook, `tables.xlsx`.
/// `provenance.json` says what all of them were made from, for CSV files, which have no room for
/// it. For one thread; close it.
public final class TableFolder implements AutoCloseable {
  /// The file that says what the tables were made from.
  public static final String PROVENANCE = "provenance.json";

  /// The workbook.
  public static final String BOOK = "tables.xlsx";

  private final Path folder;
  private final Provenance provenance;
  private final TableBook book;

  private TableFolder(Path folder, Provenance provenance, TableBook book) {
    this.folder = folder;
    this.provenance = provenance;
    this.book = book;
  }

  /// Begins the tables of a folder.
  ///
  /// @param folder an existing folder
  /// @throws UncheckedIOException if it cannot be written
  public static TableFolder create(Path folder, Provenance provenance) {
    try {
      Files.writeString(
          folder.resolve(PROVENANCE),
          JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(provenance.json())
              + "\n");
      return new TableFolder(
          folder, provenance, TableBook.create(folder.resolve(BOOK), provenance));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static UncheckedIOException unwritable(Path folder, IOException e) {
    return new UncheckedIOException(folder + ": cannot be written: " + AkinException.reason(e), e);
  }

  /// The folder.
  public Path path() {
    return folder;
  }

  /// What the tables are made from.
  public Provenance provenance() {
    return provenance;
  }

  /// Begins a table that is not in the workbook.
  ///
  /// @param name of the files, without extension
  /// @throws UncheckedIOException if they cannot be written
  public TableFiles table(String name, List<TableColumn> columns) {
    return TableFiles.create(folder, name, columns, provenance);
  }

  /// Begins a table without CSV.
  ///
  /// @param name of the files, without extension
  /// @throws UncheckedIOException if they cannot be written
  public TableFiles forPrograms(String name, List<TableColumn> columns) {
    return TableFiles.forPrograms(folder, name, columns, provenance);
  }

  /// Begins a table that is also a sheet of the workbook. The sheet before it must be closed.
  ///
  /// @param name of the files, without extension, and of the sheet
  /// @throws UncheckedIOException if they cannot be written
  public TableFiles sheet(String name, List<TableColumn> columns) {
    return table(name, columns).and(book.sheet(name, columns));
  }

  /// Ends the workbook.
  ///
  /// @throws UncheckedIOException if it cannot be written
  @Override
  public void close() {
    try {
      book.close();
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }
}
