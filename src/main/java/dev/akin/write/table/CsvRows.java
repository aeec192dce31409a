package dev.akin.write.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table as CSV (RFC 4180). It begins with a byte-order mark, by which spreadsheets know that the
/// text is UTF-8.
final class CsvRows implements TableRows {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvWriter csv;

  private CsvRows(CsvWriter csv) {
    this.csv = csv;
  }

  static CsvRows create(Path file, List<TableColumn> columns) throws IOException {
    BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write(BYTE_ORDER_MARK);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    csv.writeRecord(columns.stream().map(TableColumn::name).toList());
    return new CsvRows(csv);
  }

  @Override
  public void add(List<@Nullable Object> cells) {
    csv.writeRecord(cells.stream().map(CsvCell::of).toList());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
