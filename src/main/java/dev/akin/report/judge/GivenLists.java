package dev.akin.report.judge;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.akin.base.AkinException;
import dev.akin.base.AkinException.Kind;
import dev.akin.base.FormulaMark;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.report.page.ReportException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists of another system, from a file:
///
/// - CSV: the paper's id, then the ids of its related papers, best first. Rows with the same first
///   id continue each other, so a row for each pair is fine too. A first row that begins with `id`
///   is a header.
/// - JSON lines: `{"id": "…", "related": ["…"]}`, or the `related.jsonl` of `akin related --all`.
///   The last line of a paper holds.
///
/// Ids may be any names by which the index finds a paper. Papers that the index does not have are
/// left out. For one snapshot and one thread.
public final class GivenLists implements OtherLists {
  /// Ids that are kept of a list, in case the index does not have all of them.
  private static final int MAX_IDS = 4 * ListComparison.LENGTH;

  private static final String HEADER = "id";

  private final Path file;
  private final Map<String, List<String>> lists = new HashMap<>();
  private final Set<String> unknown = new TreeSet<>();
  private @Nullable Map<Integer, List<String>> byNumber;

  private GivenLists(Path file) {
    this.file = file;
  }

  /// Reads a file.
  ///
  /// @throws ReportException if it does not exist, cannot be read, or has another form
  public static GivenLists read(Path file) {
    GivenLists given = new GivenLists(file);
    try {
      if (isJson(file)) {
        given.readJson();
      } else {
        given.readCsv();
      }
    } catch (NoSuchFileException e) {
      throw new ReportException(Kind.MISSING, file + ": no such file", e);
    } catch (CsvParseException e) {
      throw new ReportException(Kind.MALFORMED, file + ": neither CSV nor JSON lines", e);
    } catch (IOException e) {
      throw new ReportException(Kind.IO, file + ": cannot be read: " + AkinException.reason(e), e);
    }
    if (given.lists.isEmpty()) {
      throw new ReportException(Kind.MALFORMED, file + ": no lists in this file");
    }
    return given;
  }

  private static boolean isJson(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      return first != null && first.stripLeading().startsWith("{");
    }
  }

  private void readJson() throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          add(number, line);
        }
      }
    }
  }

  private void add(int number, String line) {
    JsonNode list;
    try {
      list = JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw new ReportException(Kind.MALFORMED, file + ":" + number + ": not JSON", e);
    }
    String id = name(list);
    JsonNode related = list.has("related") ? list.path("related") : list.path("results");
    if (list.path("deleted").asBoolean(false)) {
      lists.remove(id);
    } else if (!id.isEmpty() && related.isArray()) {
      lists.put(
          id,
          StreamSupport.stream(related.spliterator(), false)
              .map(each -> each.isObject() ? name(each) : each.asString(""))
              .limit(MAX_IDS)
              .toList());
    } else if (!list.has("provenance")) {
      throw new ReportException(
          Kind.MALFORMED, file + ":" + number + ": needs \"id\", and \"related\" with a list");
    }
  }

  private static String name(JsonNode paper) {
    return paper.path("id").asString("");
  }

  private void readCsv() throws IOException {
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(file)) {
      rows.stream()
          .map(row -> row.getFields().stream().map(GivenLists::cell).toList())
          .filter(cells -> !cells.getFirst().isEmpty())
          .forEach(this::add);
    }
  }

  private static String cell(String text) {
    return FormulaMark.unmarked(text.strip());
  }

  private void add(List<String> cells) {
    String id = cells.getFirst();
    if (lists.isEmpty() && id.equalsIgnoreCase(HEADER)) {
      return;
    }
    List<String> list = lists.computeIfAbsent(id, _ -> new ArrayList<>());
    cells.stream()
        .skip(1)
        .filter(cell -> !cell.isEmpty())
        .limit(MAX_IDS - list.size())
        .forEach(list::add);
  }

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public boolean has(IndexSnapshot snapshot, int paper) {
    return byNumber(snapshot).containsKey(paper);
  }

  @Override
  public List<Paper> of(IndexSnapshot snapshot, int paper, int count) {
    Set<Integer> found = new LinkedHashSet<>();
    for (String name : byNumber(snapshot).getOrDefault(paper, List.of())) {
      snapshot.find(name).ifPresentOrElse(found::add, () -> unknown.add(name));
    }
    found.remove(paper);
    return found.stream().limit(count).map(snapshot::paper).toList();
  }

  /// The lists of the papers that the index has, by the numbers of these.
  private Map<Integer, List<String>> byNumber(IndexSnapshot snapshot) {
    Map<Integer, List<String>> found = byNumber;
    if (found == null) {
      found = new HashMap<>();
      for (Map.Entry<String, List<String>> list : lists.entrySet()) {
        OptionalInt number = snapshot.find(list.getKey());
        if (number.isPresent()) {
          found.put(number.getAsInt(), list.getValue());
        }
      }
      byNumber = found;
    }
    return found;
  }

  /// The ids that the index does not have, of the lists that were asked for.
  public Set<String> unknown() {
    return Set.copyOf(unknown);
  }
}
