package dev.akin.harvest;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.Doi;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.xml.XmlNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a paper from Dublin Core in a record of OAI-PMH. Dublin Core has one element for all
/// descriptions and one for all dates, so that it has to be guessed which of them is the abstract
/// or the day of publication.
final class OaiDublinCore {
  private static final int MIN_ABSTRACT_CHARS = 40;
  private static final Pattern REMARK = Pattern.compile("(?i)comments?:");
  private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+");

  private OaiDublinCore() {}

  static Paper paper(PaperId id, XmlNode.Element values) throws BadRecordException {
    return new Paper(
        id,
        texts(values, "title")
            .findFirst()
            .orElseThrow(() -> new BadRecordException("title is missing")),
        abstractText(values),
        texts(values, "creator").map(PersonNames::ofRis).filter(n -> !n.isEmpty()).toList(),
        date(values),
        texts(values, "subject").distinct().toList(),
        url(values),
        doi(values));
  }

  /// The longest description that is not a remark such as `Peer reviewed`.
  private static String abstractText(XmlNode.Element values) {
    return texts(values, "description")
        .filter(text -> text.length() >= MIN_ABSTRACT_CHARS)
        .filter(text -> !REMARK.matcher(text).lookingAt() && !LINK.matcher(text).matches())
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /// The earliest date; a year alone comes after the dates within it.
  private static @Nullable PublicationDate date(XmlNode.Element values) {
    return texts(values, "date")
        .map(LooseDate::of)
        .filter(Objects::nonNull)
        .min(
            Comparator.comparingInt(PublicationDate::year)
                .thenComparing(date -> date.month() == 0)
                .thenComparing(PublicationDate::earliest))
        .orElse(null);
  }

  /// The first link that is not a DOI; if all are, the first.
  private static @Nullable String url(XmlNode.Element values) {
    List<String> links =
        texts(values, "identifier").filter(text -> LINK.matcher(text).matches()).toList();
    Optional<String> own =
        links.stream().filter(link -> Doi.ofIdentifier(link) == null).findFirst();
    return own.or(() -> links.stream().findFirst()).orElse(null);
  }

  private static @Nullable String doi(XmlNode.Element values) {
    return texts(values, "identifier")
        .map(Doi::ofIdentifier)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> texts(XmlNode.Element values, String child) {
    return values
        .children(child)
        .map(element -> PlainText.of(element.text()))
        .filter(text -> !text.isEmpty());
  }
}
