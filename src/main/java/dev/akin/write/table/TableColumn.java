package dev.akin.write.table;

/// A column of a table.
///
/// @param kind of its cells
public record TableColumn(String name, Kind kind) {
  /// The kinds of cells. Every cell may be absent.
  public enum Kind {
    /// A String.
    TEXT,
    /// An Integer.
    INTEGER,
    /// A Double, written with up to six decimals.
    NUMBER
  }

  /// A column of texts.
  public static TableColumn text(String name) {
    return new TableColumn(name, Kind.TEXT);
  }

  /// A column of whole numbers.
  public static TableColumn integer(String name) {
    return new TableColumn(name, Kind.INTEGER);
  }

  /// A column of other numbers.
  public static TableColumn number(String name) {
    return new TableColumn(name, Kind.NUMBER);
  }
}
