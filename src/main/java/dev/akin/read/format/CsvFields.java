package dev.akin.read.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.akin.read.record.Refusal;
import java.util.List;

/// A record of a CSV to its fields.
final class CsvFields {
  private CsvFields() {}

  static List<String> split(char separator, String record) throws Refusal {
    try {
      return CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(record).getFields();
    } catch (CsvParseException | IllegalArgumentException _) {
      throw new Refusal("not a CSV record: a quotation mark or a line break is out of place");
    }
  }
}
