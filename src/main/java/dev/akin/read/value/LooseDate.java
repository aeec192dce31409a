package dev.akin.read.value;

import dev.akin.paper.PublicationDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates as people write them: `2020`, `c. 2020`, `2020/5/17/Spring`, `2020-05-17T10:00`, `17
/// May 2020`, `17/05/2020`, `20200517`. Of a date that does not exist, the part that makes sense is
/// kept: `2020-02-31` becomes `2020-02`, `05/06/2020` becomes `2020`. A year before Christ is none,
/// and so are 1899-12-30, the first day of spreadsheets, and the year 9999, which stand where a
/// date is unknown.
public final class LooseDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<!\\d)(\\d{4})(?!\\d)(?:[-/](\\d{1,2})(?!\\d)(?:[-/](\\d{1,2})(?!\\d))?)?");

  // Not \b, which looks back from each accent to its letter, however far that is.
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)(?:(?<!\\d)(\\d{1,2})\\W{1,3})?(?<!\\w)("
              + String.join("|", MONTHS)
              + ")[a-z]{0,6}(?!\\w)(?:\\W{1,3}(\\d{1,2})(?!\\d))?");

  /// A date without anything between its parts.
  private static final Pattern COMPACT =
      Pattern.compile("(?<!\\d)((?:1[5-9]|20)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])?(?!\\d)");

  /// A year of another calendar with ours in brackets: `5780 [2020]`, `Heisei 30 (2018)`.
  private static final Pattern BRACKETED = Pattern.compile("[\\[(]((?:1[5-9]|20)\\d{2})[\\])]");

  private static final Pattern BEFORE_CHRIST =
      Pattern.compile(
          "^\\s*[-−–]\\s?\\d{1,4}(?!\\d)|(?i)\\d\\s?B\\.?\\s?C(?:\\.?\\s?E)?(?![A-Za-z])");

  /// Day and month, or month and day, before the year.
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<!\\d)(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?!\\d)");

  private static final PublicationDate UNKNOWN = new PublicationDate(1899, 12, 30);
  private static final int NEVER = 9999;

  private LooseDate() {}

  /// The date in `text`, or null if there is no year.
  public static @Nullable PublicationDate of(String text) {
    PublicationDate date = BEFORE_CHRIST.matcher(text).find() ? null : anyDate(text);
    return date == null || date.equals(UNKNOWN) || date.year() == NEVER ? null : date;
  }

  private static @Nullable PublicationDate anyDate(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (compact.find()) {
      return date(number(compact.group(1)), number(compact.group(2)), number(compact.group(3)));
    }
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.find()) {
      return date(number(bracketed.group(1)), 0, 0);
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.find()) {
      return yearLast(
          number(yearLast.group(1)), number(yearLast.group(2)), number(yearLast.group(3)));
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.find()) {
      return null;
    }
    int year = number(numbers.group(1));
    Matcher words = WORDS.matcher(text);
    if (numbers.group(2) != null || !words.find()) {
      return date(year, number(numbers.group(2)), number(numbers.group(3)));
    }
    int month = 1 + MONTHS.indexOf(words.group(2).toLowerCase(Locale.ROOT));
    return date(year, month, Math.max(number(words.group(1)), number(words.group(3))));
  }

  /// Which of the two is the month is certain only if the other one cannot be a month.
  private static @Nullable PublicationDate yearLast(int first, int second, int year) {
    if (first <= MONTHS.size() && second <= MONTHS.size() && first != second) {
      return date(year, 0, 0);
    }
    return first > MONTHS.size() ? date(year, second, first) : date(year, first, second);
  }

  /// The date that three parts make, each of which may be empty; the month is a number or a word.
  public static @Nullable PublicationDate of(String year, String month, String day) {
    boolean numeric = month.length() <= 2;
    return of(String.join(numeric ? "-" : " ", year, month, day));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static @Nullable PublicationDate date(int year, int month, int day) {
    try {
      return new PublicationDate(year, month, day);
    } catch (IllegalArgumentException _) {
      if (day > 0) {
        return date(year, month, 0);
      }
      return month > 0 ? date(year, 0, 0) : null;
    }
  }
}
