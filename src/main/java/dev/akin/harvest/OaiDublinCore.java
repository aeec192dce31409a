package dev.akin.harvest;

import dev.akin.paper.Doi;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.xml.XmlNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a paper from Dublin Core in a record of OAI-PMH. Dublin Core has one element for all
/// descriptions and one for all dates, so that it has to be guessed which of them is the abstract
/// or the day of publication.
final class OaiDublinCore {
  static final Pattern LINK = Pattern.compile("(?i)https?://\\S+");

  /// The address of a file, not of the page that describes the paper.
  private static final Pattern FILE =
      Pattern.compile(
          "(?i).*(?:\\.(?:pdf|docx?|ps|epub|zip)|/bitstreams?/.*|/(?:download|_?pdf|viewcontent\\.cgi)(?:/.*)?)(?:\\?.*)?");

  private static final Pattern NO_SUBJECT =
      Pattern.compile("(?iU)(?:info:|https?://|(?:ddc|udc|lcc|cdd|cdu)[ :]).*|[^\\p{L}]*");

  /// At least three keywords of a few words each.
  private static final Pattern LIST =
      Pattern.compile("(?U)(?!.* (?:and|&|y|e|und|et) )[^,;|]{2,40}(?:, ?[^,;|]{2,40}){2,30}");

  /// A relation to another work.
  private static final Pattern OF_ANOTHER =
      Pattern.compile(
          "(?i)(?:info:eu-repo/semantics/(?:reference|dataset)/|(?:is ?)?(?:part ?of|references?"
              + "|referenced ?by|cites|cited ?by|has ?part|based ?on|supplement(?:ed ?by|ed|ary|to| to)"
              + "|version ?of|replace[sd]|requires|derived ?from|documents|described ?by)(?!\\w)).*");

  private OaiDublinCore() {}

  static Paper paper(PaperId id, XmlNode.Element values) throws BadRecordException {
    DublinCoreText text = new DublinCoreText(values);
    if (text.title().isEmpty()) {
      throw new BadRecordException("title is missing");
    }
    Paper paper =
        new Paper(
            id,
            text.title(),
            text.abstractText(),
            authors(values),
            date(values),
            subjects(text.subjects()),
            url(values),
            doi(values));
    return paper
        .held(DublinCoreAccess.of(texts(values, "rights").toList(), texts(values, "date")))
        .published(DublinCorePublication.of(values));
  }

  private static List<String> authors(XmlNode.Element values) {
    return texts(values, "creator")
        .flatMap(creator -> PersonNames.ofField(creator).stream())
        .distinct()
        .toList();
  }

  /// The earliest date; a year alone comes after the dates within it.
  private static @Nullable PublicationDate date(XmlNode.Element values) {
    return texts(values, "date")
        .filter(date -> !DublinCoreAccess.isEmbargoEnd(date))
        .map(LooseDate::of)
        .filter(Objects::nonNull)
        .min(
            Comparator.comparingInt(PublicationDate::year)
                .thenComparing(date -> date.month() == 0)
                .thenComparing(PublicationDate::earliest))
        .orElse(null);
  }

  /// Subjects that people can read. A server that has all of them in one text may separate them by
  /// commas.
  private static List<String> subjects(List<String> subjects) {
    boolean list = subjects.size() == 1 && LIST.matcher(subjects.getFirst()).matches();
    return subjects.stream()
        .filter(subject -> !NO_SUBJECT.matcher(subject).matches())
        .map(list ? Keywords::of : Keywords::ofField)
        .flatMap(List::stream)
        .filter(new TreeSet<>(String.CASE_INSENSITIVE_ORDER)::add)
        .toList();
  }

  /// The page of the paper: the first address that is neither a DOI nor a file, among identifiers,
  /// then among relations and sources; if there is none, any identifier that is an address.
  private static @Nullable String url(XmlNode.Element values) {
    return Stream.of(
            links(values, "identifier").filter(OaiDublinCore::isPage),
            links(values, "relation").filter(OaiDublinCore::isPage),
            links(values, "source").filter(OaiDublinCore::isPage),
            links(values, "identifier").filter(link -> Doi.ofIdentifier(link) == null),
            links(values, "identifier"))
        .flatMap(links -> links)
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> links(XmlNode.Element values, String child) {
    return texts(values, child).filter(text -> LINK.matcher(text).matches());
  }

  private static boolean isPage(String link) {
    return Doi.ofIdentifier(link) == null && !FILE.matcher(link).matches();
  }

  private static @Nullable String doi(XmlNode.Element values) {
    Stream<String> own =
        Stream.of("identifier", "relation")
            .flatMap(child -> texts(values, child))
            .filter(text -> !OF_ANOTHER.matcher(text).matches())
            .map(Doi::ofIdentifier);
    Stream<String> cited =
        Stream.of("source", "bibliographicCitation")
            .flatMap(child -> texts(values, child))
            .map(Doi::ofField);
    return Stream.concat(own, cited).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /// The plain texts of the elements with a name, without empty ones.
  static Stream<String> texts(XmlNode.Element values, String child) {
    return values
        .children(child)
        .map(element -> MarkupText.of(element.text()))
        .filter(text -> !text.isEmpty());
  }
}
