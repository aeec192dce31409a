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
import dev.akin.read.value.Placeholder;
import dev.akin.read.xml.XmlNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a paper from Dublin Core in a record of OAI-PMH. Dublin Core has one element for all
/// descriptions and one for all dates, so that it has to be guessed which of them is the abstract
/// or the day of publication.
final class OaiDublinCore {
  private static final int MIN_ABSTRACT_CHARS = 40;

  /// The language that is preferred where a record has several: akin's own models read it.
  private static final String PREFERRED_LANGUAGE = "en";

  /// What repositories write about the record, the file or the printed thesis. Each begins a text.
  private static final Pattern REMARK =
      Pattern.compile(
          "(?iu)(?:"
              + String.join(
                  "|",
                  "(?:comments?|funding|keywords?|note|notes|embargo\\w*|supervisor|advisors?|rights"
                      + "|bibliography|source):",
                  "(?:made available|submitted by|approved for entry|rejected by|item"
                      + " (?:created|withdrawn|reinstated)|workflow started|restricted (?:to|until)"
                      + "|access restricted|embargoed until|peer[- ]reviewed|non peer|title from"
                      + "|description based on|mode of access|cover title|typescript|includes"
                      + " (?:bibliographical|index|vita)|digitized|published version"
                      + "|accepted manuscript|provided by the publisher)(?!\\w)",
                  "(?:(?:a|this) )?(?:master'?s |doctoral )?(?:thesis|dissertation) (?:is |was )?"
                      + "(?:submitted|presented) (?:in|to|for|by)(?!\\w)",
                  "(?:thesis|dissertation|diss\\.|treball|tesis|tese|dissertação|mémoire|thèse"
                      + "|proefschrift|avhandling|masterarbeit|diplomarbeit)\\s?\\([^)]{1,40}\\)",
                  "tesis (?:doctoral )?inédita",
                  "this is (?:the|an?) (?:peer[- ]reviewed|author|accepted|published version|final"
                      + "|pre-?print|post-?print)",
                  "(?:this|the) (?:item|record|full[- ]text|document|file) (?:of this item )?is"
                      + " (?:not )?(?:currently )?(?:restricted|available|under embargo)",
                  "[0-9]{1,4} (?:pages|leaves|pp?\\.?) ?[,;:]",
                  "(?:©|copyright (?:©|\\(c\\)|[0-9]{4}|by)).{0,120}$",
                  ".*(?:no\\. of bitstreams|checksum: [0-9a-f]{32}"
                      + "|on [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})")
              + ")",
          Pattern.DOTALL);

  private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+");

  /// The address of a file, not of the page that describes the paper.
  private static final Pattern FILE =
      Pattern.compile(
          "(?i).*(?:\\.(?:pdf|docx?|ps|epub|zip)|/bitstreams?/.*|/download(?:/.*)?)(?:\\?.*)?");

  private static final Pattern NO_SUBJECT =
      Pattern.compile("(?i)(?:info:|https?://|ddc:|udc:|lcc:).*");

  private OaiDublinCore() {}

  static Paper paper(PaperId id, XmlNode.Element values) throws BadRecordException {
    String language = language(values);
    String title =
        in(language, values, "title")
            .findFirst()
            .orElseThrow(() -> new BadRecordException("title is missing"));
    Paper paper =
        new Paper(
            id,
            title,
            abstractText(language, values),
            texts(values, "creator").map(PersonNames::ofField).flatMap(List::stream).toList(),
            date(values),
            subjects(values),
            url(values),
            doi(values));
    return paper.held(DublinCoreAccess.of(texts(values, "rights"), texts(values, "date")));
  }

  /// The language of the title and the abstract that are used: the preferred one if the record has
  /// both in it, otherwise that of the first title; empty if it says none.
  private static String language(XmlNode.Element values) {
    boolean both =
        Stream.of("title", "description")
            .allMatch(
                child ->
                    values
                        .children(child)
                        .map(OaiDublinCore::languageOf)
                        .anyMatch(PREFERRED_LANGUAGE::equals));
    return both
        ? PREFERRED_LANGUAGE
        : values.children("title").findFirst().map(OaiDublinCore::languageOf).orElse("");
  }

  private static String languageOf(XmlNode.Element element) {
    String code = element.attribute("lang").toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return code.equals("eng") || code.equals("english") ? PREFERRED_LANGUAGE : code;
  }

  /// The texts in a language; if there is none, those whose language is not said, and then all.
  private static Stream<String> in(String language, XmlNode.Element values, String child) {
    return Stream.<Predicate<String>>of(language::equals, String::isEmpty, _ -> true)
        .map(
            wanted ->
                values
                    .children(child)
                    .filter(element -> wanted.test(languageOf(element)))
                    .map(element -> MarkupText.of(element.text()))
                    .filter(text -> !text.isEmpty())
                    .toList())
        .filter(texts -> !texts.isEmpty())
        .findFirst()
        .stream()
        .flatMap(List::stream);
  }

  /// The longest description in the language of the title that is not a remark such as `Peer
  /// reviewed`. A description in another language is none.
  private static String abstractText(String language, XmlNode.Element values) {
    return values
        .children("description")
        .filter(
            element -> List.of(language, "").contains(languageOf(element)) || language.isEmpty())
        .map(element -> MarkupText.of(element.text()))
        .filter(text -> text.length() >= MIN_ABSTRACT_CHARS && !Placeholder.is(text))
        .filter(text -> !REMARK.matcher(text).lookingAt() && !LINK.matcher(text).matches())
        .max(Comparator.comparingInt(String::length))
        .orElse("");
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

  private static List<String> subjects(XmlNode.Element values) {
    return texts(values, "subject")
        .filter(subject -> !NO_SUBJECT.matcher(subject).matches())
        .map(Keywords::ofField)
        .flatMap(List::stream)
        .filter(new TreeSet<>(String.CASE_INSENSITIVE_ORDER)::add)
        .toList();
  }

  /// The page of the paper: the first address that is neither a DOI nor a file, among identifiers
  /// and then among relations; if there is none, any identifier that is an address.
  private static @Nullable String url(XmlNode.Element values) {
    return Stream.of(
            links(values, "identifier").filter(OaiDublinCore::isPage),
            links(values, "relation").filter(OaiDublinCore::isPage),
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
    return Stream.of("identifier", "relation", "source", "bibliographicCitation")
        .flatMap(child -> texts(values, child))
        .map(Doi::ofIdentifier)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> texts(XmlNode.Element values, String child) {
    return values
        .children(child)
        .map(element -> MarkupText.of(element.text()))
        .filter(text -> !text.isEmpty());
  }
}
