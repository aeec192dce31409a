package dev.akin.read.format;

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
  private final LineReader lines;
  private @Nullable CsvRecords records;
  private @Nullable CsvColumns columns;
  private Line line = Line.NONE;

  public Csv(LineReader lines) {
    this.lines = lines;
  }

  /// Whether lines begin like such a file: the first one is a header that names a column for titles
  /// and one other.
  public static boolean isStart(List<String> lines) {
    return lines.stream()
        .filter(line -> !CsvHeader.namesSeparator(line))
        .limit(1)
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
      records = new CsvRecords(lines, header.separator());
      columns = header.columns();
    }
    CsvRecord record = records.next();
    if (record == null) {
      return null;
    }
    line = record.start();
    return columns.paper(record.fields(columns.size()));
  }

  private CsvHeader header() throws IOException {
    Line first = lines.next();
    while (first != null && (first.isBlank() || CsvHeader.namesSeparator(first.content()))) {
      first = lines.next();
    }
    CsvHeader header = first == null ? null : CsvHeader.of(first.content());
    if (header == null) {
      throw BadSourceException.malformed(
          "the header names no column title: "
              + Printable.quote(first == null ? "" : first.content()));
    }
    return header;
  }
}
