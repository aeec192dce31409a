package dev.akin.write.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table as CSV (RFC 4180), after a line that begins with `#` and says what it was made from.
final class CsvRows implements TableRows {
  private final CsvWriter csv;

  private CsvRows(CsvWriter csv) {
    this.csv = csv;
  }

  static CsvRows create(Path file, List<TableColumn> columns, Provenance provenance)
      throws IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    csv.writeComment(provenance.line());
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
