package dev.akin.read.value;

import dev.akin.paper.PlainText;
import dev.akin.paper.Publication;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Cleans what the fields of a record say about where a paper was published.
public final class PublicationFields {
  private static final Pattern DASH = Pattern.compile(" ?[\\u2010-\\u2015\\u2212-]+ ?");
  private static final Pattern PAGE_MARK = Pattern.compile("^[Pp]{1,2}\\. ?(?=.)");
  private static final Pattern ROMAN = Pattern.compile("(?i)[ivxlcdm]+");

  private static final Pattern ISSN =
      Pattern.compile("(?<![0-9Xx-])[0-9]{4}-?[0-9]{3}[0-9Xx](?![0-9Xx-])");

  private static final Pattern ISBN =
      Pattern.compile("(?<![0-9Xx-])(?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9Xx](?![0-9Xx-])");

  private PublicationFields() {}

  /// The same in the form of [Publication], without what says that there is nothing, and with pages
  /// as `101-115`.
  public static Publication clean(Publication read) {
    return new Publication(
        read.type(),
        text(read.container()),
        number(read.volume()),
        number(read.number()),
        DASH.matcher(PAGE_MARK.matcher(number(read.pages())).replaceFirst("")).replaceAll("-"),
        text(read.publisher()),
        text(read.isbn()),
        text(read.issn()));
  }

  private static String text(String value) {
    return Placeholder.without(PlainText.of(value));
  }

  /// `X` and `xx` are numbers, too.
  private static String number(String value) {
    String plain = PlainText.of(value);
    return ROMAN.matcher(plain).matches() ? plain : Placeholder.without(plain);
  }

  /// Pages from the first to the last one. Some formats have all of them as the first.
  public static String pages(String first, String last) {
    return first.isEmpty() || last.isEmpty() || first.equals(last) || first.endsWith("-" + last)
        ? first.isEmpty() ? last : first
        : first + "-" + last;
  }

  /// The ISSNs in a field that may hold ISBNs, too; with commas between them.
  public static String issn(String field) {
    return all(ISSN, field);
  }

  /// The ISBNs in a field that may hold ISSNs, too; with commas between them.
  public static String isbn(String field) {
    return all(ISBN, field);
  }

  private static String all(Pattern pattern, String field) {
    return pattern
        .matcher(field)
        .results()
        .map(found -> found.group().strip())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
