package dev.akin.read.format;

import dev.akin.base.Printable;
import dev.akin.read.record.Line;
import dev.akin.read.record.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record of a CSV, or what is wrong with it.
///
/// @param start where it begins
/// @param fault absent if there is none
record CsvRecord(Line start, char separator, String text, @Nullable String fault) {
  /// @param size how many there must be
  List<String> fields(int size) throws Refusal {
    if (fault != null) {
      throw new Refusal(fault);
    }
    List<String> fields = CsvFields.split(separator, text);
    if (fields.size() != size) {
      throw new Refusal(
          "%s fields, and the header has %s"
              .formatted(Printable.count(fields.size()), Printable.count(size)));
    }
    return fields;
  }
}
