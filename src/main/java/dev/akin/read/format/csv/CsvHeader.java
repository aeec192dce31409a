package dev.akin.read.format.csv;

import dev.akin.read.record.BadRecordException;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The header of a CSV.
///
/// @param separator the one that yields the most columns with a known name
record CsvHeader(char separator, CsvColumns columns) {
  private static final Pattern EXCEL = Pattern.compile("(?i)\"?sep=.\"?");

  /// Whether a line is not the header, but the line `sep=;` that Excel writes above it.
  static boolean namesSeparator(String line) {
    return EXCEL.matcher(line).matches();
  }

  /// The header in a line, or null if it names no column for titles.
  static @Nullable CsvHeader of(String line) {
    return Stream.of(',', ';', '\t', '|')
        .map(separator -> of(separator, line))
        .filter(Objects::nonNull)
        .max(Comparator.comparingInt(header -> header.columns.known()))
        .orElse(null);
  }

  private static @Nullable CsvHeader of(char separator, String line) {
    try {
      CsvColumns columns = CsvColumns.of(CsvRecord.split(separator, line));
      return columns == null ? null : new CsvHeader(separator, columns);
    } catch (BadRecordException _) {
      return null; // it has another separator
    }
  }
}
