package dev.akin.read.format;

import dev.akin.read.record.Refusal;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the first line of a CSV says.
///
/// @param separator that which gives the most columns with a known name
record CsvHeader(char separator, CsvColumns columns) {
  private static final Pattern EXCEL = Pattern.compile("(?i)\"?sep=.\"?");

  /// Whether the line is not the header but Excel's own above it, `sep=;`.
  static boolean namesSeparator(String line) {
    return EXCEL.matcher(line).matches();
  }

  /// The header, or null if no column is the title.
  static @Nullable CsvHeader of(String line) {
    return Stream.of(',', ';', '\t')
        .map(separator -> of(separator, line))
        .filter(Objects::nonNull)
        .max(Comparator.comparingInt(header -> header.columns.known()))
        .orElse(null);
  }

  private static @Nullable CsvHeader of(char separator, String line) {
    try {
      CsvColumns columns = CsvColumns.of(CsvFields.split(separator, line));
      return columns == null ? null : new CsvHeader(separator, columns);
    } catch (Refusal _) {
      return null; // not with this separator
    }
  }
}
