package dev.akin.write.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a cell of a CSV file says.
///
/// A spreadsheet runs a text that begins like a formula. Such a text has an apostrophe in front,
/// which spreadsheets take for "this is text"; numbers have none, negative ones either.
///
/// @hidden public for its own room only
public final class CsvCell {
  /// How formulas begin, those of wide characters included.
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private CsvCell() {}

  /// What stands in a cell.
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
