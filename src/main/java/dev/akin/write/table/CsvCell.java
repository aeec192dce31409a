package dev.akin.write.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Writes the cells of CSV files.
///
/// A spreadsheet runs a text that begins like a formula. Such a text gets an apostrophe in front,
/// which marks a text in spreadsheets. Numbers get none, not even negative ones.
///
/// @hidden public for its own room only
public final class CsvCell {
  /// The characters that formulas begin with, including wide ones.
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private CsvCell() {}

  /// The text of a cell.
  ///
  /// @param value empty if absent
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      case Integer number -> number.toString();
      case Object text -> harmless(text.toString());
    };
  }

  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
