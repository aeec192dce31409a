package dev.akin.read.format;

import dev.akin.paper.Doi;
import dev.akin.paper.Paper;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.value.Placeholder;
import dev.akin.read.xml.XmlCutter;
import dev.akin.read.xml.XmlNode;
import dev.akin.read.xml.XmlText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads PubMed's XML: a set of articles and of books or their chapters.
///
/// @hidden public for its own room only
public final class PubmedXml implements RecordReader {
  private static final String SET = "PubmedArticleSet";
  private static final String BOOK = "PubmedBookArticle";
  private static final XmlNode.Element NOTHING = new XmlNode.Element("", Map.of(), List.of());

  private final XmlCutter pieces;
  private final XmlText xml = new XmlText();
  private Line line = Line.NONE;

  public PubmedXml(LineReader lines) {
    this.pieces = new XmlCutter(lines, List.of(SET), Set.of("PubmedArticle", BOOK));
  }

  /// Whether a text begins like such a file.
  public static boolean isStart(String text) {
    return text.startsWith("<") && text.contains("<" + SET);
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public @Nullable Paper next() throws BadRecordException, IOException {
    for (Line piece = pieces.next(); piece != null; piece = pieces.next()) {
      if (!pieces.name().equals(SET)) {
        line = piece;
        XmlNode.Element element = xml.parse(piece);
        return element.name().equals(BOOK)
            ? paper(
                in(element, "BookDocument"),
                in(element, "BookDocument"),
                in(element, "PubmedBookData"))
            : paper(
                in(element, "MedlineCitation"),
                in(element, "MedlineCitation", "Article"),
                in(element, "PubmedData"));
      }
    }
    return null;
  }

  /// @param citation with the number of PubMed and the headings
  /// @param article with title, abstract and authors
  /// @param data with the ids
  private static Paper paper(
      XmlNode.Element citation, XmlNode.Element article, XmlNode.Element data)
      throws BadRecordException {
    String title = title(article);
    String pmid = plain(citation, "PMID");
    String doi = doi(article, data);
    List<String> authors = authors(article);
    PublicationDate date = date(article);
    return new Paper(
            Medline.id(pmid, doi, title, authors, date),
            title,
            abstractText(article),
            authors,
            date,
            categories(citation),
            Medline.url(pmid),
            doi)
        .called(ids(article, data, "pmc").findFirst().orElse(""))
        .published(publication(article));
  }

  /// The title. Of an article without one in English, it is that in its own language: PubMed writes
  /// `[Not Available].` for the other.
  private static String title(XmlNode.Element article) throws BadRecordException {
    return Stream.of(
            plain(article, "ArticleTitle"),
            plain(in(article, "Book"), "BookTitle"),
            plain(article, "VernacularTitle"))
        .filter(title -> !Placeholder.withoutTitle(title).isEmpty())
        .findFirst()
        .orElseThrow(() -> new BadRecordException("title is missing"));
  }

  /// The parts of the abstract, each with its label in front.
  private static String abstractText(XmlNode.Element article) {
    String text =
        in(article, "Abstract")
            .children("AbstractText")
            .map(PubmedXml::part)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return Placeholder.without(text);
  }

  private static String part(XmlNode.Element part) {
    String label = part.attribute("Label");
    String text = plain(part);
    return label.isEmpty() || label.equals("UNLABELLED") || text.isEmpty()
        ? text
        : label + ": " + text;
  }

  private static List<String> authors(XmlNode.Element article) {
    return article
        .children("AuthorList")
        .filter(list -> !list.attribute("Type").equals("editors"))
        .flatMap(list -> list.children("Author"))
        .filter(PubmedXml::isValid)
        .map(PubmedXml::name)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /// Whether it was not replaced by a correction, which stands beside it.
  private static boolean isValid(XmlNode.Element element) {
    return !element.attribute("ValidYN").equals("N");
  }

  private static String name(XmlNode.Element author) {
    String group = plain(author, "CollectiveName");
    String given = plain(author, "ForeName");
    return group.isEmpty()
        ? PersonNames.of(
            Stream.of(
                    plain(author, "LastName"),
                    given.isEmpty() ? plain(author, "Initials") : given,
                    plain(author, "Suffix"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")))
        : group;
  }

  private static @Nullable PublicationDate date(XmlNode.Element article) {
    return Stream.of(
            in(article, "Journal", "JournalIssue", "PubDate"),
            in(article, "ArticleDate"),
            in(article, "Book", "PubDate"))
        .map(PubmedXml::dateIn)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable PublicationDate dateIn(XmlNode.Element date) {
    PublicationDate parts =
        LooseDate.of(
            Stream.of("Year", "Month", "Day")
                .map(part -> plain(date, part))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(date.text("Month").matches("\\d+") ? "-" : " ")));
    return parts == null ? LooseDate.of(plain(date, "MedlineDate")) : parts;
  }

  private static List<String> categories(XmlNode.Element citation) {
    return Stream.concat(
            citation.children("KeywordList").flatMap(list -> list.children("Keyword")),
            in(citation, "MeshHeadingList")
                .children("MeshHeading")
                .flatMap(heading -> heading.children("DescriptorName")))
        .map(PubmedXml::plain)
        .filter(keyword -> !Placeholder.is(keyword))
        .distinct()
        .toList();
  }

  private static @Nullable String doi(XmlNode.Element article, XmlNode.Element data) {
    Stream<String> electronic =
        article
            .children("ELocationID")
            .filter(id -> id.attribute("EIdType").equals("doi") && isValid(id))
            .map(PubmedXml::plain);
    return Stream.concat(ids(article, data, "doi"), electronic)
        .map(Doi::ofField)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> ids(XmlNode.Element article, XmlNode.Element data, String type) {
    return Stream.of(article, data)
        .flatMap(element -> in(element, "ArticleIdList").children("ArticleId"))
        .filter(id -> id.attribute("IdType").equals(type))
        .map(PubmedXml::plain);
  }

  private static Publication publication(XmlNode.Element article) {
    XmlNode.Element journal = in(article, "Journal");
    XmlNode.Element issue = in(journal, "JournalIssue");
    XmlNode.Element book = in(article, "Book");
    boolean inBook = article.child("Book") != null;
    return new Publication(
        inBook ? article.child("ArticleTitle") == null ? "book" : "chapter" : "article-journal",
        inBook ? plain(book, "BookTitle") : plain(journal, "Title"),
        plain(issue, "Volume"),
        plain(issue, "Issue"),
        plain(in(article, "Pagination"), "MedlinePgn"),
        plain(in(book, "Publisher"), "PublisherName"),
        plain(book, "Isbn"),
        plain(journal, "ISSN"));
  }

  /// The element at the end of a path; one without content if there is none.
  private static XmlNode.Element in(XmlNode.Element element, String... path) {
    XmlNode.Element end = element;
    for (String name : path) {
      end = Objects.requireNonNullElse(end.child(name), NOTHING);
    }
    return end;
  }

  private static String plain(XmlNode.Element element, String child) {
    return plain(in(element, child));
  }

  private static String plain(XmlNode.Element element) {
    return MarkupText.of(
        element.content().stream().map(PubmedXml::markup).collect(Collectors.joining()));
  }

  /// A node as markup again, of which [MarkupText] knows what it means.
  private static String markup(XmlNode node) {
    return switch (node) {
      case XmlNode.Text text -> text.text().replace("&", "&amp;").replace("<", "&lt;");
      case XmlNode.Element element ->
          "<%1$s>%2$s</%1$s>"
              .formatted(
                  element.name(),
                  element.content().stream().map(PubmedXml::markup).collect(Collectors.joining()));
    };
  }
}
