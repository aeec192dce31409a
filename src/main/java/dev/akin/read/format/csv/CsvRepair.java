package dev.akin.read.format.csv;

import dev.akin.read.record.BadRecordException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Repairs a line of a CSV whose quotation marks are not doubled: `1,"Second" of risk,"he said "no"
/// twice",2002`.
///
/// There are two readings of a field that begins with a mark. Either it goes on to the next mark
/// that a separator follows, or the mark is a character like any other. The one that gives the line
/// as many fields as the header is right. A last field with a single mark is not repaired, because
/// it may go on in the next line.
final class CsvRepair {
  private final char separator;
  private final String line;

  /// Where no mark before a separator follows any more. So the line is not searched again for each
  /// field.
  private int lastMark;

  private CsvRepair(char separator, String line) {
    this.separator = separator;
    this.line = line;
    this.lastMark = line.length();
  }

  /// The line as CSV, or null if neither reading gives it this number of fields.
  static @Nullable String of(String line, char separator, int size) {
    String last = line.substring(line.lastIndexOf(separator) + 1);
    if (last.startsWith("\"") && last.indexOf('"', 1) < 0) {
      return null;
    }
    CsvRepair repair = new CsvRepair(separator, line);
    return Stream.of(true, false)
        .map(repair::read)
        .filter(csv -> size(csv, separator) == size)
        .findFirst()
        .orElse(null);
  }

  private static int size(String csv, char separator) {
    try {
      List<String> fields = CsvRecord.split(separator, csv);
      return fields.size();
    } catch (BadRecordException _) {
      return -1;
    }
  }

  /// @param toLastMark whether a field that begins with a mark goes on to one before a separator,
  ///   even if there are others in it
  private String read(boolean toLastMark) {
    StringBuilder csv = new StringBuilder();
    int start = 0;
    while (start <= line.length()) {
      int end = end(start, toLastMark);
      csv.append(start == 0 ? "" : separator).append(quoted(line.substring(start, end)));
      start = end + 1;
    }
    return csv.toString();
  }

  private int end(int start, boolean toLastMark) {
    if (line.startsWith("\"", start) && (start < lastMark || !toLastMark)) {
      int mark = mark(start + 1);
      while (mark >= 0 && toLastMark && !isBeforeSeparator(mark)) {
        mark = mark(mark + 1);
      }
      if (mark >= 0 && isBeforeSeparator(mark)) {
        return mark + 1;
      }
      lastMark = toLastMark ? start : lastMark;
    }
    int end = line.indexOf(separator, start);
    return end < 0 ? line.length() : end;
  }

  /// The next mark that is not doubled; -1 if there is none.
  private int mark(int start) {
    int mark = line.indexOf('"', start);
    while (mark >= 0 && line.startsWith("\"\"", mark) && !isBeforeSeparator(mark)) {
      mark = line.indexOf('"', mark + 2);
    }
    return mark;
  }

  private boolean isBeforeSeparator(int mark) {
    return mark + 1 == line.length() || line.charAt(mark + 1) == separator;
  }

  private static String quoted(String field) {
    boolean closed = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
    String inside = closed ? field.substring(1, field.length() - 1) : field;
    String single = closed ? inside.replace("\"\"", "\"") : inside;
    return "\"" + single.replace("\"", "\"\"") + "\"";
  }
}
