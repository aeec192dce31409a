package dev.akin.write.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// A list of papers as CSV (RFC 4180): a header, and a record for each paper.
final class CsvTable {
  private CsvTable() {}

  static String of(PaperList list) {
    StringWriter text = new StringWriter();
    List<CsvColumn> columns = CsvColumn.of(list.fields());
    try (CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      table.writeRecord(columns.stream().map(CsvColumn::label).toList());
      for (ListedPaper listed : list.papers()) {
        table.writeRecord(columns.stream().map(column -> column.cell(listed)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a table cannot be written to memory", e);
    }
    return text.toString();
  }
}
