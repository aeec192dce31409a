package dev.akin.read.value;

import dev.akin.paper.PublicationDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates as people write them: `2020`, `c. 2020`, `2020/5/17/Spring`, `2020-05-17T10:00`, `17
/// May 2020`, `20200517`, `17.5.2020`, `2020年5月17日`. Of several days the first counts. Of a date
/// that does not exist, the part that makes sense is kept: `2020-02-31` becomes `2020-02`, and
/// `05/06/2020`, in which month and day are not told apart, becomes `2020`. A year before Christ is
/// none, and so are the year 9999 and 1899-12-30, the first day of spreadsheets, which stand where
/// a date is unknown.
public final class LooseDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<!\\d)(\\d{4})(?!\\d)"
              + "(?:[-/.年년] ?(\\d{1,2})(?!\\d)(?:[-/.月월] ?(\\d{1,2})(?!\\d))?)?");

  /// Two parts in front of the year. Which of them is the day is certain with stops between them,
  /// and if there is no such month.
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<!\\d)(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?!\\d)");

  // Not \b, which looks back from each accent to its letter, however far that is.
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)(?:(?<!\\d)(\\d{1,2})(?: ?[-–/] ?\\d{1,2})?\\W{1,3})?(?<!\\w)("
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

  private static final PublicationDate UNKNOWN = new PublicationDate(1899, 12, 30);
  private static final int UNKNOWN_YEAR = 9999;
  private static final int MIN_OUR_YEAR = 1500;
  private static final int MAX_OUR_YEAR = 2099;

  private LooseDate() {}

  /// The date in `text`, or null if there is no year.
  public static @Nullable PublicationDate of(String text) {
    PublicationDate date = BEFORE_CHRIST.matcher(text).find() ? null : anyDate(text);
    return date == null || date.equals(UNKNOWN) || date.year() == UNKNOWN_YEAR ? null : date;
  }

  private static @Nullable PublicationDate anyDate(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (compact.find()) {
      return date(number(compact.group(1)), number(compact.group(2)), number(compact.group(3)));
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.find()) {
      return yearLast(yearLast);
    }
    Matcher numbers = NUMBERS.matcher(text);
    int year = numbers.find() ? number(numbers.group(1)) : 0;
    Matcher bracketed = BRACKETED.matcher(text);
    if ((year < MIN_OUR_YEAR || year > MAX_OUR_YEAR) && bracketed.find()) {
      return date(number(bracketed.group(1)), 0, 0);
    }
    if (year == 0) {
      return null;
    }
    Matcher words = WORDS.matcher(text);
    if (numbers.group(2) != null || !words.find()) {
      return date(year, number(numbers.group(2)), number(numbers.group(3)));
    }
    int month = 1 + MONTHS.indexOf(words.group(2).toLowerCase(Locale.ROOT));
    return date(year, month, Math.max(number(words.group(1)), number(words.group(3))));
  }

  private static @Nullable PublicationDate yearLast(Matcher parts) {
    int first = number(parts.group(1));
    int second = number(parts.group(3));
    int year = number(parts.group(4));
    if (second > MONTHS.size()) {
      return date(year, first, second);
    }
    return first > MONTHS.size() || parts.group(2).equals(".")
        ? date(year, second, first)
        : date(year, 0, 0);
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
