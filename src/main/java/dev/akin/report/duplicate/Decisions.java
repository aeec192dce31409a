package dev.akin.report.duplicate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.akin.base.AkinException;
import dev.akin.base.FormulaMark;
import dev.akin.base.Sha256;
import dev.akin.report.page.ReportException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people decided about pairs of papers that an earlier report took for the same work. The
/// page `duplicates.html` saves them as `decisions.csv`, a table with the columns `decision`, `id`
/// and `other`; `merge.csv`, with the columns `kept` and `merged`, is read too. Immutable.
///
/// @hidden public for its own room only
public final class Decisions {
  /// No decisions.
  public static final Decisions NONE = new Decisions(new LinkedHashMap<>());

  /// What can be decided.
  public enum Kind {
    /// They are one work, and the second record goes.
    MERGE,
    /// They are one work, and both records stay.
    KEEP,
    /// They are two works.
    DIFFERENT;

    /// As files name it.
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What was decided about a pair.
  ///
  /// @param id of the record that stays if one goes
  public record Decision(Kind kind, String id, String other) {}

  /// A pair in any order.
  private record Ids(String lesser, String greater) {
    static Ids of(String one, String other) {
      return one.compareTo(other) <= 0 ? new Ids(one, other) : new Ids(other, one);
    }
  }

  private final Map<Ids, Decision> decisions;

  private Decisions(Map<Ids, Decision> decisions) {
    this.decisions = decisions;
  }

  /// Decisions in their order; the last one about a pair holds.
  static Decisions of(List<Decision> list) {
    Map<Ids, Decision> decisions = new LinkedHashMap<>();
    list.forEach(each -> decisions.put(Ids.of(each.id(), each.other()), each));
    return new Decisions(decisions);
  }

  /// Reads a file.
  ///
  /// @throws ReportException if it does not exist, cannot be read, or is no such table
  public static Decisions read(Path file) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      return of(rows.stream().map(row -> decision(file, row)).toList());
    } catch (NoSuchFileException e) {
      throw new ReportException(AkinException.Kind.MISSING, file + ": no such file", e);
    } catch (CsvParseException e) {
      throw new ReportException(AkinException.Kind.MALFORMED, file + ": not a CSV table", e);
    } catch (IOException e) {
      throw new ReportException(
          AkinException.Kind.IO, file + ": cannot be read: " + AkinException.reason(e), e);
    }
  }

  private static Decision decision(Path file, NamedCsvRecord row) {
    return row.findField("merged").isPresent()
        ? new Decision(Kind.MERGE, field(file, row, "kept"), field(file, row, "merged"))
        : new Decision(
            kind(file, row, field(file, row, "decision")),
            field(file, row, "id"),
            field(file, row, "other"));
  }

  private static Kind kind(Path file, NamedCsvRecord row, String label) {
    for (Kind kind : Kind.values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw bad(file, row, "the decision must be merge, keep or different, not " + label);
  }

  private static String field(Path file, NamedCsvRecord row, String name) {
    return row.findField(name)
        .map(field -> FormulaMark.unmarked(field.strip()))
        .filter(field -> !field.isEmpty())
        .orElseThrow(() -> bad(file, row, "nothing in the column " + name));
  }

  private static ReportException bad(Path file, NamedCsvRecord row, String what) {
    return new ReportException(
        AkinException.Kind.MALFORMED, file + ":" + row.getStartingLineNumber() + ": " + what);
  }

  /// All of them, in their order.
  List<Decision> all() {
    return List.copyOf(decisions.values());
  }

  /// What was decided about two papers; null if nothing was.
  @Nullable Decision of(String one, String other) {
    return decisions.get(Ids.of(one, other));
  }

  /// Whether two papers are two works.
  boolean separate(String one, String other) {
    Decision decision = of(one, other);
    return decision != null && decision.kind() == Kind.DIFFERENT;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return decisions.isEmpty();
  }

  /// The number of decisions and a digest of them: the same for the same decisions.
  public String digest() {
    Sha256 digest = new Sha256();
    all().forEach(each -> digest.putAll(List.of(each.kind().label(), each.id(), each.other())));
    return decisions.size() + ":" + digest.hex().substring(0, 16);
  }
}
