package dev.akin.write.table;

/// A column of a table.
///
/// @param kind of its cells
public record TableColumn(String name, Kind kind) {
  /// The kinds of cells. Every cell may be absent.
  public enum Kind {
    /// A String.
    TEXT,
    /// A String that a program finds by the id in another column, such as a title. It repeats for
    /// each row with the id, so only CSV files and workbooks have it, which people read.
    REPEATED,
    /// An Integer.
    INTEGER,
    /// A Double, written with up to six decimals.
    NUMBER
  }

  /// A column of texts.
  public static TableColumn text(String name) {
    return new TableColumn(name, Kind.TEXT);
  }

  /// A column of texts that only CSV files and workbooks have.
  public static TableColumn repeated(String name) {
    return new TableColumn(name, Kind.REPEATED);
  }

  /// A column of whole numbers.
  public static TableColumn integer(String name) {
    return new TableColumn(name, Kind.INTEGER);
  }

  /// A column of other numbers.
  public static TableColumn number(String name) {
    return new TableColumn(name, Kind.NUMBER);
  }

  /// Whether files for programs have the column.
  boolean isForPrograms() {
    return kind != Kind.REPEATED;
  }
}
