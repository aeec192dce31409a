package dev.akin.read.format.csv;

import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.BadSourceException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a CSV file with a header, in which each record is a paper.
///
/// @hidden public for its own room only
public final class Csv implements RecordReader {
  private static final int MAX_LINES_ABOVE = 20;

  private final LineReader lines;
  private @Nullable CsvRecords records;
  private @Nullable CsvColumns columns;
  private Line line = Line.NONE;

  public Csv(LineReader lines) {
    this.lines = lines;
  }

  /// Whether lines begin like such a file: one of the first is a header that names a column for
  /// titles and one other. Databases write their own name and the query above the header.
  public static boolean isStart(List<String> lines) {
    return lines.stream()
        .limit(MAX_LINES_ABOVE)
        .map(CsvHeader::of)
        .anyMatch(header -> header != null && header.columns().known() > 1);
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public @Nullable Paper next() throws BadRecordException, IOException {
    if (records == null || columns == null) {
      CsvHeader header = header();
      columns = header.columns();
      records = new CsvRecords(lines, header.separator(), columns.size());
    }
    for (CsvRecord record = records.next(); record != null; record = records.next()) {
      line = record.start();
      List<String> fields = record.fields();
      if (!fields.stream().allMatch(String::isBlank)) {
        return columns.paper(fields);
      }
    }
    return null;
  }

  /// The header: the first line, or the first that names a title and one other column.
  private CsvHeader header() throws IOException {
    String first = "";
    int count = 0;
    for (Line next = lines.next(); next != null && count < MAX_LINES_ABOVE; next = lines.next()) {
      if (next.isBlank() || CsvHeader.namesSeparator(next.content())) {
        continue;
      }
      CsvHeader header = CsvHeader.of(next.content());
      if (header != null && (count == 0 || header.columns().known() > 1)) {
        return header;
      }
      first = count == 0 ? next.content() : first;
      count++;
    }
    throw BadSourceException.malformed(
        "the header names no column title: " + Printable.quote(first));
  }
}
