package dev.akin.read.format;

import dev.akin.paper.Doi;
import dev.akin.paper.Paper;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out what the columns of a CSV hold, by the names that reference managers and databases
/// give them.
final class CsvColumns {
  /// What a column holds, and the names that such columns have. If several columns hold the same,
  /// the first that is not empty is used, in the order of the names.
  private enum Kind {
    ID(
        "id|paper id|publication id|lens id|eid|ut (unique wos id)|ut|accession number|central id"
            + "|pmid|covidence #"),
    NAME("key|citation key|bibtex key|record number"),
    TITLE(
        "title|article title|document title|paper title|item title|original title|dc.title"
            + "|display name|ti"),
    ABSTRACT("abstract|abstract note|abstract text|summary|dc.description.abstract|description|ab"),
    AUTHORS(
        "author full names|authors|author|creators|author(s)|author/s|authors name|author names"
            + "|authorships.author.display name|dc.contributor.author|dc.creator|af|au"),
    DATE("date|publication date|date published|published|dc.date.issued|cover date|online date"),
    YEAR("year|publication year|pubyear|pub year|published year|year published|py"),
    CATEGORIES(
        "categories|category|author keywords|keywords|keyword|keywords.display"
            + " name|subjects|subject|dc.subject|manual tags|tags|fields of study|primary"
            + " topic.display name|mesh terms|de"),
    URL(
        "url|link|articleurl|article url|dc.identifier.uri|primary location.landing page"
            + " url|landing page url|source urls|external url|source linkout|document"
            + " url|dimensions url"),
    DOI("doi|item doi|article doi|doi link|dc.identifier.doi|di"),
    TYPE("document type|item type|publication type|type|dc.type|dt|pt|ty"),
    CONTAINER(
        "source title|journal title|publication title|book title|proceedings title|journal|journal"
            + " full title|journal/book|booktitle|publication name|secondary title|host"
            + " publication|container title|primary location.source.display name"
            + "|dc.relation.ispartof|anthology title|source|so|t2"),
    VOLUME("volume|biblio.volume|journal volume|vl"),
    NUMBER("issue|issue number|number|biblio.issue|journal issue|report number|is"),
    PAGES("pages|page|pagination|page range|page numbers"),
    FIRST_PAGE("page start|start page|first page|biblio.first page|bp|sp"),
    LAST_PAGE("page end|end page|last page|biblio.last page|ep"),
    ARTICLE_NUMBER("art. no.|article number|article no.|ar"),
    PUBLISHER(
        "publisher|dc.publisher|school|university|institution|primary location.source.host"
            + " organization name|pu"),
    ISBN("isbn|isbns|isbn/issn|dc.identifier.isbn|bn"),
    ISSN(
        "issn|issns|eissn|print issn|electronic issn|dc.identifier.issn|primary"
            + " location.source.issn l|sn|ei");

    private final String names;

    Kind(String names) {
      this.names = names;
    }

    Stream<String> names() {
      return Stream.of(names.split("\\|", -1));
    }
  }

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

  /// DSpace appends the language of a column: `dc.title[en_US]`.
  private static final Pattern LANGUAGE = Pattern.compile("\\[[^\\[\\]]*]$");

  /// The name of a column whose numbers need a name in front to be an id.
  private static final String PMID = "pmid";

  private final Map<Kind, List<Integer>> columns;
  private final int size;

  /// The column with PubMed's numbers; -1 if there is none.
  private final int pmid;

  private CsvColumns(Map<Kind, List<Integer>> columns, int size, int pmid) {
    this.columns = columns;
    this.size = size;
    this.pmid = pmid;
  }

  /// The columns of a header, or null if none of them holds titles.
  static @Nullable CsvColumns of(List<String> header) {
    List<String> names = header.stream().map(CsvColumns::canonical).toList();
    Map<Kind, List<Integer>> columns = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      List<Integer> found =
          kind.names()
              .flatMap(
                  name ->
                      IntStream.range(0, names.size())
                          .filter(i -> names.get(i).equals(name))
                          .boxed())
              .toList();
      if (!found.isEmpty()) {
        columns.put(kind, found);
      }
    }
    return columns.containsKey(Kind.TITLE)
        ? new CsvColumns(columns, header.size(), names.indexOf(PMID))
        : null;
  }

  private static String canonical(String name) {
    String bare = LANGUAGE.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return BETWEEN_WORDS.matcher(bare).replaceAll(" ");
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
    for (Map.Entry<Kind, List<Integer>> entry : columns.entrySet()) {
      values.put(entry.getKey(), value(entry.getKey(), entry.getValue(), fields));
    }
    String title = value(values, Kind.TITLE);
    String doi = Doi.ofField(value(values, Kind.DOI));
    List<String> authors = PersonNames.ofList(value(values, Kind.AUTHORS));
    PublicationDate date = date(values);
    String id = id(value(values, Kind.ID), fields);
    return new Paper(
            id.isEmpty() ? RecordId.ofWork(doi, title, authors, date) : RecordId.of(id),
            title,
            value(values, Kind.ABSTRACT),
            authors,
            date,
            Keywords.of(value(values, Kind.CATEGORIES)),
            url(value(values, Kind.URL)),
            doi)
        .called(value(values, Kind.NAME))
        .published(publication(values));
  }

  private static Publication publication(Map<Kind, String> values) {
    String first =
        PublicationFields.pages(value(values, Kind.FIRST_PAGE), value(values, Kind.LAST_PAGE));
    return PublicationFields.clean(
        new Publication(
            WorkType.of(value(values, Kind.TYPE)),
            value(values, Kind.CONTAINER),
            value(values, Kind.VOLUME),
            value(values, Kind.NUMBER),
            Stream.of(value(values, Kind.PAGES), first, value(values, Kind.ARTICLE_NUMBER))
                .filter(pages -> !pages.isEmpty())
                .findFirst()
                .orElse(""),
            value(values, Kind.PUBLISHER),
            value(values, Kind.ISBN),
            value(values, Kind.ISSN)));
  }

  /// The first value that says something.
  private static String value(Kind kind, List<Integer> columns, List<String> fields)
      throws BadRecordException {
    for (int column : columns) {
      String value = fields.get(column);
      if (value.indexOf('\0') >= 0) {
        throw new BadRecordException(
            kind.name().toLowerCase(Locale.ROOT) + " contains a NUL character");
      }
      String plain = MarkupText.of(value);
      boolean any = kind == Kind.TITLE || kind == Kind.VOLUME; // X is a volume
      if (any ? !plain.isEmpty() : !Placeholder.is(plain)) {
        return plain;
      }
    }
    return "";
  }

  private static String value(Map<Kind, String> values, Kind kind) {
    return values.getOrDefault(kind, "");
  }

  private String id(String id, List<String> fields) {
    boolean isPmid = pmid >= 0 && id.equals(fields.get(pmid).strip());
    return isPmid ? PMID + ":" + id : OpenAlex.shortId(id);
  }

  private static @Nullable String url(String value) {
    String first = LinkField.first(value);
    return first.isEmpty() ? null : first;
  }

  private static @Nullable PublicationDate date(Map<Kind, String> values) {
    PublicationDate year = LooseDate.of(value(values, Kind.YEAR));
    PublicationDate date = LooseDate.of(value(values, Kind.DATE));
    return date == null ? year : date;
  }
}
