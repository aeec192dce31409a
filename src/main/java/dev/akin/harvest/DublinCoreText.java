package dev.akin.harvest;

import dev.akin.language.Languages;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.value.LanguageTag;
import dev.akin.read.xml.XmlNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Title, abstract and subjects of a record in Dublin Core, all of one language where the record
/// has several: English if the record has title and abstract in it, since akin's own models read
/// it; otherwise the language of the first title that has an abstract.
///
/// Many servers do not say the language of each text. Then the language of titles and abstracts is
/// identified, if there are several abstracts, and that of the record is the title's.
final class DublinCoreText {
  private static final String PREFERRED = "en";

  /// What library catalogs write at the end of a title, before the authors or the subtitle.
  private static final Pattern END_OF_TITLE = Pattern.compile(" [/:=]$");

  private final XmlNode.Element values;
  private final List<Text> titles;
  private final List<Text> abstracts;
  private final String language;

  /// @param language an ISO 639-1 code; empty if unknown
  private record Text(String language, String text) {
    static Text of(XmlNode.Element element) {
      return new Text(LanguageTag.code(element.attribute("lang")), MarkupText.of(element.text()));
    }

    Text identified(String otherwise) {
      return language.isEmpty()
          ? new Text(Objects.requireNonNullElse(Languages.identify(text), otherwise), text)
          : this;
    }
  }

  DublinCoreText(XmlNode.Element values) {
    this.values = values;
    List<Text> described =
        texts("description")
            .map(text -> new Text(text.language(), DescriptionRemark.without(text.text())))
            .filter(text -> !text.text().isEmpty())
            .toList();
    boolean identify =
        described.size() > 1 && described.stream().anyMatch(text -> text.language().isEmpty());
    String ofRecord = LanguageTag.code(MarkupText.of(values.text("language")));
    this.abstracts = identify ? identified(described, "") : described;
    List<Text> named = texts("title").toList();
    this.titles = identify ? identified(named, ofRecord) : named;
    this.language = language();
  }

  private Stream<Text> texts(String child) {
    return values.children(child).map(Text::of).filter(text -> !text.text().isEmpty());
  }

  private static List<Text> identified(List<Text> texts, String otherwise) {
    return texts.stream().map(text -> text.identified(otherwise)).toList();
  }

  private String language() {
    Predicate<String> hasAbstract =
        code -> abstracts.stream().anyMatch(text -> text.language().equals(code));
    List<String> codes = titles.stream().map(Text::language).toList();
    return Stream.concat(Stream.of(PREFERRED).filter(codes::contains), codes.stream())
        .filter(hasAbstract)
        .findFirst()
        .orElse(codes.isEmpty() ? "" : codes.getFirst());
  }

  /// The title; empty if there is none.
  String title() {
    return in(titles)
        .findFirst()
        .map(title -> END_OF_TITLE.matcher(title).replaceFirst(""))
        .orElse("");
  }

  /// The longest description that may be an abstract; empty if there is none.
  String abstractText() {
    return in(abstracts).max(Comparator.comparingInt(String::length)).orElse("");
  }

  /// The subjects as they stand there.
  List<String> subjects() {
    return in(texts("subject").toList()).toList();
  }

  /// The texts in the language, and those whose language is not said; if there is none, all.
  private Stream<String> in(List<Text> texts) {
    return Stream.<Predicate<String>>of(language::equals, String::isEmpty, _ -> true)
        .map(wanted -> texts.stream().filter(text -> wanted.test(text.language())).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .stream()
        .flatMap(List::stream)
        .map(Text::text);
  }
}
