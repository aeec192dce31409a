package dev.akin.read.value;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes away what catalogs and repositories write beside a person's name: years of life (`Doe, Jo,
/// 1950-`), the role (`Doe, Jo, author`), academic titles (`Dr. Jo Doe`), e-mail addresses.
final class NameAdditions {
  private static final int MAX_ROUNDS = 4;
  private static final int MAX_CHARS_OF_NOBODY = 24;
  private static final Pattern SIGNS = Pattern.compile("[\\[\\](),.]++$|^[\\[(]++");

  private static final String YEAR = "[12][0-9](?:[0-9]{2}|\\.\\.|--|\\?\\?)\\??";

  /// What follows the year of birth: `-`, `-2011`, ` May 3-`.
  private static final String SINCE =
      "(?: (?:\\p{L}{3,9}\\.? ?)?[0-9]{0,2})? ?[-–] ?(?:(?:ca?\\.|approximately) ?)?(?:"
          + YEAR
          + ")? ?";

  private static final String MARKS =
      "(?:(?:b|d|fl|ca?|born|died|active|approximately)\\.? {0,2}){%d,2}";

  private static final Pattern LIFE =
      Pattern.compile(
          "(?i)(?:, {0,2}\\(?%1$s%3$s(?:%4$s)?| {1,2}\\(?(?:%2$s%3$s(?:%4$s)?|%3$s%4$s))\\)?[.,]?$"
              .formatted(MARKS.formatted(0), MARKS.formatted(1), YEAR, SINCE));

  /// A role after a name of two words. `ed.` has its stop, since Ed is a name.
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)(?:,(?<=[, ][^,]{1,60},) {0,2}(?:joint |thesis )?(?:authors?|aut|creator|editors?"
              + "|eds?\\.|hrsg|herausgeber(?:in)?|verfasser(?:in)?|autore?|autora|auteur|translator"
              + "|compiler|advis[eo]r|supervisor|illustrator|contributor)"
              + "| (?<=[, ][^, ]{1,60} )author)\\.?$");

  private static final Pattern TITLES =
      Pattern.compile("(^|, {0,2})(?:(?:Dr|Prof|Professor)\\.? )+");

  private static final Pattern DEGREE =
      Pattern.compile(
          ", {0,2}(?:Ph\\.? ?D|D\\.? ?Phil|Ed\\.? ?D)\\.?$"
              + "|,(?<=,[^,]{1,60},) {0,2}(?:M\\.? ?D|M\\.? ?Sc|B\\.? ?Sc|M\\.? ?A)\\.?$");

  private static final Pattern EMAIL =
      Pattern.compile(
          "[<(\\[]?(?<![^\\s<>()\\[\\],;:])(?:mailto:)?[^\\s<>()\\[\\],;:@]{1,64}+@[^\\s<>()\\[\\],;@]{1,200}[>)\\]]?");

  private static final Set<String> NOBODY =
      Set.of(
          "anonymous",
          "anon",
          "anonyme",
          "anónimo",
          "anônimo",
          "anonym",
          "anonymus",
          "unknown author",
          "author unknown",
          "various",
          "various authors",
          "sin autor",
          "autor desconocido",
          "autor desconhecido",
          "auteur inconnu",
          "inconnu",
          "unbekannt",
          "desconocido",
          "desconhecido",
          "onbekend",
          "n.n",
          "n. n");

  private NameAdditions() {}

  /// The name alone.
  static String without(String name) {
    String bare = withoutEmail(name.strip());
    if (bare.contains("Dr") || bare.contains("Prof")) {
      bare = TITLES.matcher(bare).replaceAll("$1");
    }
    for (int round = 0; round < MAX_ROUNDS; round++) {
      String before = bare;
      bare = withoutLast(bare);
      if (bare.equals(before)) {
        break;
      }
    }
    return bare;
  }

  /// Most names have nothing to take away, which has to be seen fast.
  private static String withoutLast(String name) {
    String bare = name;
    int comma = bare.lastIndexOf(',');
    if (bare.indexOf(',') < comma || bare.indexOf(' ') != bare.lastIndexOf(' ')) {
      bare = ROLE.matcher(bare).replaceFirst("").strip();
    }
    if (bare.chars().anyMatch(Character::isDigit)) {
      bare = LIFE.matcher(bare).replaceFirst("").strip();
    }
    return comma < 0 ? bare : DEGREE.matcher(bare).replaceFirst("").strip();
  }

  private static String withoutEmail(String name) {
    return name.indexOf('@') < 0 ? name : EMAIL.matcher(name).replaceAll("").strip();
  }

  /// Whether it says that nobody is known, as `Anonymous` does.
  static boolean isNobody(String name) {
    return name.length() <= MAX_CHARS_OF_NOBODY
        && NOBODY.contains(SIGNS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("").strip());
  }
}
