package dev.akin.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.akin.base.AkinException;
import dev.akin.base.FormulaMark;
import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A list of ids of papers. Either each line has one, or it is the table of a report of which
/// papers to merge, `merge.csv`: its header is `kept,merged`, and the list has the papers of the
/// second column.
public final class IdList {
  private static final String KEPT = "kept";
  private static final String MERGED = "merged";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private IdList() {}

  /// The ids in a file.
  ///
  /// @throws ReadException if there is no such file, or if a table lacks an id
  /// @throws UncheckedIOException if it cannot be read
  public static List<String> read(Path file) {
    try {
      return of(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw ReadException.missing(file.toString(), "no such file");
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + AkinException.reason(e), e);
    }
  }

  /// The ids in a text.
  ///
  /// @param name of the file, for messages
  /// @throws ReadException if a table lacks an id
  public static List<String> of(String name, String text) {
    String bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    List<String> lines = bare.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return !lines.isEmpty() && isHeader(lines.getFirst()) ? merged(name, bare.strip()) : lines;
  }

  private static boolean isHeader(String line) {
    return line.toLowerCase(Locale.ROOT).replaceAll("[\"\\s]", "").equals(KEPT + "," + MERGED);
  }

  private static List<String> merged(String name, String table) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(table.replaceFirst("^.*", KEPT + "," + MERGED))) {
      return rows.stream().map(row -> id(name, row)).toList();
    } catch (CsvParseException e) {
      throw malformed(name, "not a CSV table", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot be read", e);
    }
  }

  private static String id(String name, NamedCsvRecord row) {
    return row.findField(MERGED)
        .map(field -> FormulaMark.unmarked(field.strip()))
        .filter(id -> !id.isEmpty())
        .orElseThrow(
            () ->
                malformed(
                    name + ":" + row.getStartingLineNumber(),
                    "no id in the column " + MERGED,
                    null));
  }

  private static ReadException malformed(String where, String what, @Nullable Exception cause) {
    return new ReadException(AkinException.Kind.MALFORMED, where, what, cause);
  }
}
