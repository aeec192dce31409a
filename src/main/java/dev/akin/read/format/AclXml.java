package dev.akin.read.format;

import dev.akin.paper.Doi;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import dev.akin.read.value.AclId;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.xml.XmlCutter;
import dev.akin.read.xml.XmlNode;
import dev.akin.read.xml.XmlText;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the XML of the ACL Anthology: a collection of volumes of papers. Front matter is left out.
///
/// @hidden public for its own room only
public final class AclXml implements RecordReader {
  private static final Pattern START =
      Pattern.compile(
          "<collection\\s[^<>]{0,200}?(?<!\\w)id\\s*=\\s*[\"'](?:[0-9]{4}\\.[a-z0-9]+|[A-Z][0-9]{2})[\"']");

  private final XmlCutter pieces;
  private final XmlText xml = new XmlText();
  private Line line = Line.NONE;
  private String collection = "";
  private String volume = "";
  private @Nullable PublicationDate volumeDate;
  private List<String> venues = List.of();
  private Publication publication = Publication.UNKNOWN;

  public AclXml(LineReader lines) {
    this.pieces = new XmlCutter(lines, List.of("collection", "volume"), Set.of("meta", "paper"));
  }

  /// Whether a text begins like such a file.
  public static boolean isStart(String text) {
    return text.startsWith("<") && START.matcher(text).find();
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public @Nullable Paper next() throws BadRecordException, IOException {
    for (Line piece = pieces.next(); piece != null; piece = pieces.next()) {
      line = piece;
      switch (pieces.name()) {
        case "collection" -> collection = id(piece);
        case "volume" -> {
          volume("");
          volume(id(piece));
        }
        case "meta" -> meta(xml.parse(piece));
        default -> {
          return paper(xml.parse(piece));
        }
      }
    }
    return null;
  }

  private String id(Line tag) throws BadRecordException {
    return xml.parse(tag).attribute("id");
  }

  private void volume(String id) {
    volume = id;
    volumeDate = null;
    publication = Publication.UNKNOWN;
    // Volumes of 2020 and 2021 may name no venue: then it is in the collection's id.
    int dot = collection.indexOf('.');
    venues = dot < 0 ? List.of() : List.of(collection.substring(dot + 1));
  }

  private void meta(XmlNode.Element meta) {
    volumeDate = date(meta);
    List<String> named =
        meta.children("venue").map(AclXml::plain).filter(venue -> !venue.isEmpty()).toList();
    venues = named.isEmpty() ? venues : named;
    String journal = plain(meta, "journal-title");
    publication =
        PublicationFields.clean(
            new Publication(
                journal.isEmpty() ? "paper-conference" : "article-journal",
                journal.isEmpty() ? plain(meta, "booktitle") : journal,
                plain(meta, "journal-volume"),
                plain(meta, "journal-issue"),
                "",
                plain(meta, "publisher"),
                plain(meta, "isbn"),
                plain(meta, "issn")));
  }

  /// The publication of the volume, with the pages of a paper.
  private Publication publication(XmlNode.Element paper) {
    return PublicationFields.clean(
        new Publication(
            publication.type(),
            publication.container(),
            publication.volume(),
            publication.number(),
            plain(paper, "pages"),
            publication.publisher(),
            publication.isbn(),
            publication.issn()));
  }

  private Paper paper(XmlNode.Element paper) throws BadRecordException {
    if (!pieces.container().equals("volume")) {
      throw new BadRecordException("a paper outside a volume");
    }
    if (paper.child("title") == null) {
      throw new BadRecordException("title is missing");
    }
    PaperId id = AclId.of(collection, volume, paper.attribute("id"));
    PublicationDate own = date(paper);
    return new Paper(
            id,
            plain(paper, "title"),
            plain(paper, "abstract"),
            paper.children("author").map(AclXml::name).filter(name -> !name.isEmpty()).toList(),
            own == null ? volumeDate : own,
            venues,
            "https://aclanthology.org/" + id,
            Doi.ofField(plain(paper, "doi")))
        .published(publication(paper));
  }

  private static @Nullable PublicationDate date(XmlNode.Element element) {
    return LooseDate.of(plain(element, "year"), plain(element, "month"), "");
  }

  private static String name(XmlNode.Element person) {
    return Stream.of("first", "last")
        .map(part -> plain(person, part))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String plain(XmlNode.Element element, String child) {
    XmlNode.Element first = element.child(child);
    return first == null ? "" : plain(first);
  }

  private static String plain(XmlNode.Element element) {
    return MarkupText.of(withFormulas(element));
  }

  private static String withFormulas(XmlNode node) {
    return switch (node) {
      case XmlNode.Text text -> text.text();
      case XmlNode.Element element when element.name().equals("tex-math") ->
          "$" + element.text() + "$";
      case XmlNode.Element element ->
          element.content().stream().map(AclXml::withFormulas).collect(Collectors.joining());
    };
  }
}
