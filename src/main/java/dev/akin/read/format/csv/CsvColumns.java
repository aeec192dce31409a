package dev.akin.read.format.csv;

import dev.akin.base.FormulaMark;
import dev.akin.base.Printable;
import dev.akin.paper.Doi;
import dev.akin.paper.Paper;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.format.json.OpenAlex;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LinkField;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.value.Placeholder;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.RecordId;
import dev.akin.read.value.WorkType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out what the columns of a CSV hold, by the names that reference managers and databases
/// give them.
final class CsvColumns {
  /// What people call a column of titles in a table of papers; Notion calls it `Name`. In another
  /// table it is the name of anything.
  private static final List<String> NAMES_OF_TITLES = List.of("name", "paper", "article");

  private static final Set<ColumnKind> KINDS_OF_PAPERS =
      EnumSet.of(ColumnKind.AUTHORS, ColumnKind.ABSTRACT, ColumnKind.YEAR, ColumnKind.DOI);

  /// Spreadsheets write it, so that Excel takes `001` for a text.
  private static final Pattern FORMULA = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);

  /// DSpace appends the key of an authority and how certain it is: `Doe, Jane::ab12::600`.
  private static final Pattern AUTHORITY = Pattern.compile("::[^:|]*::-?[0-9]+(?=\\|\\||$)");

  /// A column in Springer's table, which has nothing between the authors.
  private static final String OF_SPRINGER = ColumnName.canonical("Item Title");

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /// The name of a column whose numbers need a name in front to be an id.
  private static final String PMID = "pmid";

  private final Map<ColumnKind, List<Integer>> columns;
  private final int size;

  /// The column with PubMed's numbers; -1 if there is none.
  private final int pmid;

  /// Whether nothing stands between the authors.
  private final boolean glued;

  private CsvColumns(Map<ColumnKind, List<Integer>> columns, List<String> names) {
    this.columns = columns;
    this.size = names.size();
    this.pmid = names.indexOf(PMID);
    this.glued = names.contains(OF_SPRINGER);
  }

  /// The columns of a header, or null if none of them holds titles.
  static @Nullable CsvColumns of(List<String> header) {
    List<String> names = header.stream().map(ColumnName::canonical).toList();
    Map<ColumnKind, List<Integer>> columns = new EnumMap<>(ColumnKind.class);
    for (ColumnKind kind : ColumnKind.values()) {
      List<Integer> found = kind.names().stream().flatMap(name -> columns(name, names)).toList();
      if (!found.isEmpty()) {
        columns.put(kind, found);
      }
    }
    if (!Collections.disjoint(columns.keySet(), KINDS_OF_PAPERS)) {
      List<Integer> found = NAMES_OF_TITLES.stream().flatMap(name -> columns(name, names)).toList();
      columns.merge(ColumnKind.TITLE, found, (titles, _) -> titles);
    }
    return columns.getOrDefault(ColumnKind.TITLE, List.of()).isEmpty()
        ? null
        : new CsvColumns(columns, names);
  }

  private static Stream<Integer> columns(String name, List<String> names) {
    return IntStream.range(0, names.size()).filter(i -> names.get(i).equals(name)).boxed();
  }

  /// The number of columns.
  int size() {
    return size;
  }

  /// The number of columns with a known name.
  int known() {
    return columns.size();
  }

  /// The paper in a record. Empty fields at the end may be missing, as spreadsheets leave them out,
  /// or too many.
  Paper paper(List<String> fields) throws BadRecordException {
    if (fields.size() == size) {
      return paper(values(fields), fields);
    }
    List<String> fitted =
        IntStream.range(0, size).mapToObj(i -> i < fields.size() ? fields.get(i) : "").toList();
    Map<ColumnKind, String> values = values(fitted);
    boolean surplus = fields.stream().skip(size).allMatch(String::isBlank);
    if (!surplus || !isSound(values)) {
      throw new BadRecordException(
          "%s, but the header has %s"
              .formatted(Printable.count(fields.size(), "field"), Printable.count(size)));
    }
    return paper(values, fitted);
  }

  /// Whether each value stands in its column, and not in the next one, or in another line.
  private static boolean isSound(Map<ColumnKind, String> values) {
    String year = value(values, ColumnKind.YEAR);
    String doi = value(values, ColumnKind.DOI);
    return LETTER.matcher(value(values, ColumnKind.TITLE)).find()
        && values.values().stream().filter(value -> !value.isEmpty()).count() > 1
        && (year.isEmpty() || LooseDate.of(year) != null)
        && (doi.isEmpty() || Doi.ofField(doi) != null);
  }

  private Map<ColumnKind, String> values(List<String> fields) throws BadRecordException {
    Map<ColumnKind, String> values = new EnumMap<>(ColumnKind.class);
    for (Map.Entry<ColumnKind, List<Integer>> entry : columns.entrySet()) {
      values.put(entry.getKey(), value(entry.getKey(), entry.getValue(), fields));
    }
    return values;
  }

  private Paper paper(Map<ColumnKind, String> values, List<String> fields)
      throws BadRecordException {
    String title = Placeholder.withoutTitle(value(values, ColumnKind.TITLE));
    String doi = doi(values);
    List<String> authors = authors(value(values, ColumnKind.AUTHORS));
    PublicationDate date = date(values);
    String id = id(value(values, ColumnKind.ID), fields);
    return new Paper(
            id.isEmpty() ? RecordId.ofWork(doi, title, authors, date) : RecordId.of(id),
            title,
            value(values, ColumnKind.ABSTRACT),
            authors,
            date,
            Keywords.of(QuotedList.unpacked(value(values, ColumnKind.CATEGORIES))),
            url(value(values, ColumnKind.URL)),
            doi)
        .called(value(values, ColumnKind.NAME))
        .published(publication(values));
  }

  private static Publication publication(Map<ColumnKind, String> values) {
    String first =
        PublicationFields.pages(
            value(values, ColumnKind.FIRST_PAGE), value(values, ColumnKind.LAST_PAGE));
    return PublicationFields.clean(
        new Publication(
            WorkType.of(value(values, ColumnKind.TYPE)),
            value(values, ColumnKind.CONTAINER),
            value(values, ColumnKind.VOLUME),
            value(values, ColumnKind.NUMBER),
            Stream.of(
                    value(values, ColumnKind.PAGES),
                    first,
                    value(values, ColumnKind.ARTICLE_NUMBER))
                .filter(pages -> !pages.isEmpty())
                .findFirst()
                .orElse(""),
            value(values, ColumnKind.PUBLISHER),
            value(values, ColumnKind.ISBN),
            value(values, ColumnKind.ISSN)));
  }

  /// The first value that says something.
  private static String value(ColumnKind kind, List<Integer> columns, List<String> fields)
      throws BadRecordException {
    for (int column : columns) {
      String value = bare(fields.get(column));
      if (value.indexOf('\0') >= 0) {
        throw new BadRecordException(
            kind.name().toLowerCase(Locale.ROOT) + " contains a NUL character");
      }
      String plain = MarkupText.of(value);
      boolean any = kind == ColumnKind.TITLE || kind == ColumnKind.VOLUME; // X is a volume
      if (any ? !plain.isEmpty() : !Placeholder.is(plain)) {
        return plain;
      }
    }
    return "";
  }

  private static String bare(String field) {
    if (!field.startsWith("=\"")) {
      return FormulaMark.unmarked(field);
    }
    Matcher formula = FORMULA.matcher(field);
    return formula.matches() ? formula.group(1).replace("\"\"", "\"") : field;
  }

  private static String value(Map<ColumnKind, String> values, ColumnKind kind) {
    return values.getOrDefault(kind, "");
  }

  private String id(String id, List<String> fields) {
    boolean isPmid = pmid >= 0 && id.equals(fields.get(pmid).strip());
    return isPmid ? PMID + ":" + id : OpenAlex.shortId(id);
  }

  private List<String> authors(String field) {
    String unpacked = QuotedList.unpacked(field);
    String names = unpacked.contains("::") ? AUTHORITY.matcher(unpacked).replaceAll("") : unpacked;
    return glued ? PersonNames.ofGlued(names) : PersonNames.ofList(names);
  }

  private static @Nullable String doi(Map<ColumnKind, String> values) {
    String doi = Doi.ofField(value(values, ColumnKind.DOI));
    return doi == null ? Doi.ofIdentifier(value(values, ColumnKind.URL)) : doi;
  }

  private static @Nullable String url(String value) {
    String first = LinkField.first(value);
    return first.isEmpty() ? null : first;
  }

  private static @Nullable PublicationDate date(Map<ColumnKind, String> values) {
    PublicationDate date = LooseDate.of(value(values, ColumnKind.DATE));
    String year = value(values, ColumnKind.YEAR);
    if (date != null || value(values, ColumnKind.MONTH).isEmpty()) {
      return date == null ? LooseDate.of(year + " " + value(values, ColumnKind.DATE)) : date;
    }
    return LooseDate.of(year, value(values, ColumnKind.MONTH), value(values, ColumnKind.DAY));
  }
}
