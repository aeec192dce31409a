package dev.akin.read.format.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record of a CSV, or what is wrong with it.
///
/// @param start the line that it begins in
/// @param fault absent if there is none
record CsvRecord(Line start, char separator, String text, @Nullable String fault) {
  /// The fields of the record.
  List<String> fields() throws BadRecordException {
    if (fault != null) {
      throw new BadRecordException(fault);
    }
    return split(separator, text);
  }

  /// Splits one record into its fields.
  static List<String> split(char separator, String record) throws BadRecordException {
    try {
      return CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(record).getFields();
    } catch (CsvParseException | IllegalArgumentException _) {
      throw new BadRecordException(
          "not a CSV record: a quotation mark or a line break is out of place");
    }
  }
}
