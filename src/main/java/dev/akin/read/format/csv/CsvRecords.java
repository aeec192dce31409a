package dev.akin.read.format.csv;

import dev.akin.base.Printable;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a CSV into its records: lines, or several lines where a quoted field goes on.
///
/// FastCSV splits the records that are cut here. It cannot cut them itself, because it stops at a
/// quotation mark that is not closed and does not know the offsets of bytes. Here such a mark costs
/// only the line that it stands in, and not even that if [CsvRepair] can read it alone. Reading
/// goes on with the next line, as long as the text that is read twice stays in proportion to the
/// file.
final class CsvRecords {
  static final int MAX_CHARS = LineReader.MAX_LINE_BYTES;
  static final int MAX_LINES = 10_000;

  /// How often a character may be read again, on average.
  private static final int READ_AGAIN = 4;

  private final LineReader source;
  private final char separator;
  private final int size;

  /// Lines to read again.
  private final Deque<Line> again = new ArrayDeque<>();

  private long creditChars = READ_AGAIN * (long) MAX_CHARS;

  /// @param size the number of columns
  CsvRecords(LineReader source, char separator, int size) {
    this.source = source;
    this.separator = separator;
    this.size = size;
  }

  /// The next record, or null at the end. Blank lines between records are skipped.
  @Nullable CsvRecord next() throws IOException {
    Line first = line();
    while (first != null && first.isBlank()) {
      first = line();
    }
    return first == null ? null : record(first);
  }

  private CsvRecord record(Line first) throws IOException {
    CsvQuotes quotes = new CsvQuotes(separator);
    StringBuilder text = new StringBuilder();
    List<Line> taken = new ArrayList<>();
    for (Line line = first; line != null; line = line()) {
      taken.add(line);
      text.append(taken.size() == 1 ? "" : "\n").append(line.content());
      String fault = fault(line, quotes);
      if (text.length() > MAX_CHARS || taken.size() > MAX_LINES) {
        fault =
            "record of more than %s characters or %s lines; is a quotation mark not closed?"
                .formatted(Printable.count(MAX_CHARS), Printable.count(MAX_LINES));
      }
      if (fault != null) {
        String place = taken.size() == 1 ? "" : ", in line " + Printable.count(line.number());
        return faulty(taken, text.length(), fault + place);
      }
      if (!quotes.open()) {
        return new CsvRecord(first, separator, text.toString(), null);
      }
    }
    return faulty(taken, text.length(), "a quotation mark that is not closed");
  }

  private static @Nullable String fault(Line line, CsvQuotes quotes) {
    if (line.fault() != null) {
      return line.fault();
    }
    return quotes.take(line.content()) ? null : "text after the closing quotation mark of a field";
  }

  private CsvRecord faulty(List<Line> taken, long chars, String fault) {
    Line first = taken.getFirst();
    if (taken.size() > 1 && creditChars < chars) {
      String last = Printable.count(taken.getLast().number());
      return new CsvRecord(first, separator, "", fault + "; skipped up to line " + last);
    }
    if (taken.size() > 1) {
      creditChars -= chars;
    }
    for (Line line : taken.subList(1, taken.size()).reversed()) {
      again.addFirst(line);
    }
    String repaired =
        taken.stream().allMatch(line -> line.fault() == null)
            ? CsvRepair.of(first.content(), separator, size)
            : null;
    return repaired == null
        ? new CsvRecord(first, separator, "", fault)
        : new CsvRecord(first, separator, repaired, null);
  }

  private @Nullable Line line() throws IOException {
    if (!again.isEmpty()) {
      return again.removeFirst();
    }
    Line line = source.next();
    creditChars += line == null ? 0 : READ_AGAIN * (1L + line.content().length());
    return line;
  }
}
