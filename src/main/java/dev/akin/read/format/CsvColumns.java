package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.ArxivAuthors;
import dev.akin.read.value.Doi;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.value.RecordId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out what the columns of a CSV hold, by the names that reference managers and databases
/// give them.
final class CsvColumns {
  /// What a column holds. If several columns hold the same, the one whose name comes first here is
  /// used.
  private enum Kind {
    ID("id|paper id|publication id|eid|key"),
    TITLE("title|article title|document title|paper title"),
    ABSTRACT("abstract|abstract note|abstract text|summary"),
    AUTHORS("author full names|authors|author|creators"),
    DATE("date|publication date|date published|published"),
    YEAR("year|publication year|pubyear|pub year"),
    CATEGORIES(
        "categories|category|author keywords|keywords|keyword|subjects|subject|manual tags|tags"),
    URL("url|link"),
    DOI("doi");

    private final String names;

    Kind(String names) {
      this.names = names;
    }

    Stream<String> names() {
      return Stream.of(names.split("\\|", -1));
    }
  }

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

  /// Scopus appends its own number to a name: `Löffler, Anna (57190000001)`.
  private static final Pattern NUMBER = Pattern.compile("\\s*\\([0-9]+\\)$");

  private final Map<Kind, Integer> columns;
  private final int size;

  private CsvColumns(Map<Kind, Integer> columns, int size) {
    this.columns = columns;
    this.size = size;
  }

  /// The columns of a header, or null if none of them holds titles.
  static @Nullable CsvColumns of(List<String> header) {
    List<String> names = header.stream().map(CsvColumns::canonical).toList();
    Map<Kind, Integer> columns = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      kind.names()
          .map(names::indexOf)
          .filter(index -> index >= 0)
          .findFirst()
          .ifPresent(index -> columns.put(kind, index));
    }
    return columns.containsKey(Kind.TITLE) ? new CsvColumns(columns, header.size()) : null;
  }

  private static String canonical(String name) {
    return BETWEEN_WORDS.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
  }

  /// The number of columns.
  int size() {
    return size;
  }

  /// The number of columns with a known name.
  int known() {
    return columns.size();
  }

  /// The paper in a record.
  ///
  /// @param fields one for each column
  Paper paper(List<String> fields) throws BadRecordException {
    Map<Kind, String> values = new EnumMap<>(Kind.class);
    for (Map.Entry<Kind, Integer> column : columns.entrySet()) {
      values.put(column.getKey(), plain(column, fields.get(column.getValue())));
    }
    String title = value(values, Kind.TITLE);
    String doi = Doi.ofField(value(values, Kind.DOI));
    return new Paper(
        RecordId.ofReference(value(values, Kind.ID), doi, title),
        title,
        value(values, Kind.ABSTRACT),
        authors(value(values, Kind.AUTHORS)),
        date(values),
        Keywords.of(value(values, Kind.CATEGORIES)),
        orNull(value(values, Kind.URL)),
        doi);
  }

  private static String plain(Map.Entry<Kind, Integer> column, String value)
      throws BadRecordException {
    if (value.indexOf('\0') >= 0) {
      throw new BadRecordException(
          column.getKey().name().toLowerCase(Locale.ROOT) + " contains a NUL character");
    }
    return PlainText.of(value);
  }

  private static String value(Map<Kind, String> values, Kind kind) {
    return values.getOrDefault(kind, "");
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  /// Splits at semicolons; if there is none, but more than one comma, at commas. Each name is
  /// `Given Family` or `Family, Given`.
  private static List<String> authors(String authors) {
    boolean commas = !authors.contains(";") && authors.indexOf(',') != authors.lastIndexOf(',');
    List<String> names =
        commas ? ArxivAuthors.split(authors) : new ArrayList<>(List.of(authors.split(";")));
    return names.stream()
        .map(name -> NUMBER.matcher(name.strip()).replaceFirst(""))
        .map(PersonNames::ofRis)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static @Nullable PublicationDate date(Map<Kind, String> values) {
    return Stream.of(Kind.DATE, Kind.YEAR)
        .map(kind -> LooseDate.of(value(values, kind)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
