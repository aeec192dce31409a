package dev.akin.write.table;

import dev.akin.base.FormulaMark;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Writes the cells of CSV files.
///
/// A spreadsheet runs a text that begins like a formula. Such a text gets an apostrophe in front,
/// which marks a text in spreadsheets. Numbers get none, not even negative ones.
///
/// @hidden public for its own room only
public final class CsvCell {
  private CsvCell() {}

  /// The text of a cell.
  ///
  /// @param value empty if absent
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      case Integer number -> number.toString();
      case Object text -> FormulaMark.marked(text.toString());
    };
  }
}
