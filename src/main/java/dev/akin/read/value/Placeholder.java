package dev.akin.read.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Recognizes what people and programs write where they have nothing to write: `N/A`, `-`, `null`,
/// `[No abstract available]`.
public final class Placeholder {
  /// In lower case, without the signs around them.
  private static final Set<String> WORDS =
      Set.of(
          "n/a",
          "n.a",
          "n.a.",
          "n\\a",
          "na",
          "n a",
          "none",
          "null",
          "nil",
          "nan",
          "undefined",
          "unknown",
          "unspecified",
          "10.1",
          "missing",
          "empty",
          "blank",
          "tba",
          "tbd",
          "tbc",
          "to be announced",
          "to be added",
          "to be assigned",
          "to be determined",
          "to be confirmed",
          "not available",
          "not applicable",
          "not provided",
          "not specified",
          "not given",
          "not known",
          "not assigned",
          "not found",
          "unavailable",
          "no disponible",
          "non disponible",
          "não disponível",
          "nicht verfügbar",
          "kein abstract",
          "kein abstract verfügbar",
          "no data",
          "no value",
          "s.n",
          "s. n",
          "s.l",
          "s. l",
          "no",
          "x",
          "xx",
          "xxx");

  private static final String THING =
      "(?:doi|id|identifier|title|abstract|summary|author|authors|author name|author id)";

  /// `No abstract available`, `Abstract not available`, `This article has no abstract`, `DOI:
  /// none`.
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?:there is |this (?:article|paper|item|record) has )?(?:no|without|missing) "
              + THING
              + "(?: name| names| details| data)?(?: is| are| was)?"
              + "(?: available| found| provided| given| listed| present)?"
              + "(?: for this (?:article|paper|item|record|publication))?"
              + "|none (?:available|found|provided|given|listed)|"
              + THING
              + "[: ]+(?:is |are |was )?(?:not (?:available|provided|given|found|listed)"
              + "|unavailable|missing|none|n/a|na)");

  /// What the sentences begin with, which is seen faster.
  private static final Set<String> FIRST_WORDS =
      Set.of(
          "there",
          "this",
          "no",
          "without",
          "missing",
          "none",
          "doi",
          "id",
          "identifier",
          "title",
          "abstract",
          "summary",
          "author",
          "authors");

  /// What spreadsheets write in the place of a value that they cannot compute.
  private static final Set<String> ERRORS_OF_SPREADSHEETS =
      Set.of("#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!");

  /// `Unknown` or `x`, but not Python's `None`.
  private static final Pattern WORD_AS_TITLE =
      Pattern.compile("(?!(?:None|Null)$)\\p{Lu}\\p{Ll}*|x{1,3}");

  private static final Pattern DASHES = Pattern.compile("[-–—−_]{1,3}");
  private static final Pattern SIGNS = Pattern.compile("[\\P{L}&&\\P{N}]+");
  private static final Pattern ZEROS = Pattern.compile("0+(?:\\.0+)?");
  private static final int MAX_CHARS = 60;

  private Placeholder() {}

  /// Whether a field says that there is nothing: it is empty, has neither a letter nor a digit, is
  /// zero, or is one of the usual words, in any case and brackets.
  public static boolean is(String field) {
    if (field.length() > MAX_CHARS) {
      return false;
    }
    int start = 0;
    int end = field.length();
    while (start < end && !Character.isLetterOrDigit(field.charAt(start))) {
      start++;
    }
    while (start < end && !Character.isLetterOrDigit(field.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return field.codePoints().noneMatch(Character::isLetterOrDigit);
    }
    String inside = field.substring(start, end).toLowerCase(Locale.ROOT);
    return WORDS.contains(inside)
        || (field.charAt(0) == '#' && ERRORS_OF_SPREADSHEETS.contains(field))
        || (inside.charAt(0) == '0' && ZEROS.matcher(inside).matches())
        || (FIRST_WORDS.contains(firstWord(inside)) && SENTENCE.matcher(inside).matches());
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  /// The title, or an empty text if it says that there is none. Signs, numbers and words with a
  /// capital letter such as `Unknown` are titles.
  public static String withoutTitle(String title) {
    return is(title) && !isOwnTitle(title) ? "" : title;
  }

  private static boolean isOwnTitle(String title) {
    return WORD_AS_TITLE.matcher(title).matches()
        || (title.chars().noneMatch(Character::isLetter) && !DASHES.matcher(title).matches());
  }

  /// Whether an id says that there is none. Unlike other fields, an id may be made of signs alone.
  public static boolean isId(String id) {
    String bare = id.strip();
    return is(bare)
        && (bare.isEmpty() || DASHES.matcher(bare).matches() || !SIGNS.matcher(bare).matches());
  }

  /// The field, or an empty text if the field says that there is nothing.
  public static String without(String field) {
    return is(field) ? "" : field;
  }

  /// Those of the fields that say something.
  public static List<String> without(List<String> fields) {
    List<String> rest = new ArrayList<>(fields);
    rest.removeIf(Placeholder::is);
    return rest;
  }
}
