package dev.akin.read.value;

import dev.akin.paper.PublicationDate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads dates as people write them: `2020`, `c. 2020`, `2020/5/17/Spring`, `2020-05-17T10:00`, `17
/// May 2020`, `20200517`, `17.5.2020`, `2020年5月17日`, and as spreadsheets do: `17-May-20`, or
/// `43968`, the number of days since 1899-12-30. Of `6-8 May 2020` the month counts, of `5/6/2020`
/// the year.
///
/// Of a date that does not exist, the part that makes sense is kept: `2020-02-31` becomes
/// `2020-02`. A year before Christ is none, and so are 1899-12-30 and the year 9999, which stand
/// where a date is unknown.
public final class LooseDate {
  /// How the months begin in English, German, French, Spanish, Portuguese and Italian.
  private static final List<String> MONTHS =
      List.of(
          "jan|ene|gen",
          "feb|fév|fev",
          "mar|mär|mrz",
          "apr|avr|abr",
          "may|mai|mag",
          "jun|juin|giu",
          "jul|juil|lug",
          "aug|août|ago",
          "sep|set",
          "oct|okt|out|ott",
          "nov",
          "dec|déc|dez|dic");

  private static final String MONTH = "(" + String.join("|", MONTHS) + ")\\p{L}{0,7}(?!\\w)";

  /// The forms that need no closer look.
  private static final Pattern USUAL =
      Pattern.compile("((?:1[5-9]|20)\\d{2})(?:([-/])(\\d{1,2})(?:\\2(\\d{1,2}))?)?/{0,3}");

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<!\\d)(\\d{4})(?!\\d)"
              + "(?:[-/.年년] ?(\\d{1,2})(?!\\d)(?:[-/.月월] ?(\\d{1,2})(?!\\d))?)?");

  // Not \b, which looks back from each accent to its letter, however far that is.
  private static final Pattern WORDS =
      Pattern.compile(
          "(?iu)(?:(?<!\\d|\\d[-–])(\\d{1,2})\\W{1,3}(?:de )?)?(?<!\\w)"
              + MONTH
              + "(?:\\W{1,3}(\\d{1,2})(?!\\d))?");

  /// A date without anything between its parts.
  private static final Pattern COMPACT =
      Pattern.compile("(?<!\\d)((?:1[5-9]|20)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])?(?!\\d)");

  /// A year of another calendar with ours in brackets: `5780 [2020]`, `Heisei 30 (2018)`.
  private static final Pattern BRACKETED = Pattern.compile("[\\[(]((?:1[5-9]|20)\\d{2})[\\])]");

  private static final Pattern BEFORE_CHRIST =
      Pattern.compile(
          "^\\s*[-−–]\\s?\\d{1,4}(?!\\d)|(?i)\\d\\s?B\\.?\\s?C(?:\\.?\\s?E)?(?![A-Za-z])");

  /// `17/05/2020` or `17.5.2020`, in either order.
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?!\\d)");

  private static final Pattern MONTH_AND_YEAR = Pattern.compile("(\\d{1,2})[./-](\\d{4})");

  /// `17-May-20` or `May-20`, as a spreadsheet shows a date.
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(?iu)(?:(\\d{1,2})-)?" + MONTH + "-(\\d{2})");

  private static final Pattern DAYS_OF_SPREADSHEET = Pattern.compile("[2-5]\\d{4}(?:\\.\\d+)?");

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final PublicationDate UNKNOWN = PublicationDate.of(DAY_ZERO);
  private static final int UNKNOWN_YEAR = 9999;
  private static final int MIN_OUR_YEAR = 1500;
  private static final int MAX_OUR_YEAR = 2099;

  /// Of two digits, 00 to 29 are years after 1999, as in Excel.
  private static final int FIRST_SHORT_YEAR = 30;

  private LooseDate() {}

  /// The date in `text`, or null if there is no year.
  public static @Nullable PublicationDate of(String text) {
    if (text.isEmpty()) {
      return null;
    }
    PublicationDate date = anyDate(text);
    return date == null || date.equals(UNKNOWN) || date.year() == UNKNOWN_YEAR ? null : date;
  }

  private static @Nullable PublicationDate anyDate(String text) {
    Matcher usual = USUAL.matcher(text);
    if (usual.matches()) {
      return date(number(usual.group(1)), number(usual.group(3)), number(usual.group(4)));
    }
    if (BEFORE_CHRIST.matcher(text).find()) {
      return null;
    }
    String bare = text.strip();
    if (DAYS_OF_SPREADSHEET.matcher(bare).matches()) {
      return PublicationDate.of(DAY_ZERO.plusDays((long) Double.parseDouble(bare)));
    }
    Matcher brief = SHORT_YEAR.matcher(bare);
    if (brief.matches()) {
      int year = number(brief.group(3));
      return date(
          year + (year < FIRST_SHORT_YEAR ? 2000 : 1900),
          month(brief.group(2)),
          number(brief.group(1)));
    }
    Matcher yearLast = YEAR_LAST.matcher(bare);
    if (yearLast.find()) {
      return yearLast(yearLast);
    }
    Matcher monthAndYear = MONTH_AND_YEAR.matcher(bare);
    if (monthAndYear.matches()) {
      return date(number(monthAndYear.group(2)), number(monthAndYear.group(1)), 0);
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.find()) {
      return date(number(compact.group(1)), number(compact.group(2)), number(compact.group(3)));
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
    return date(
        year, month(words.group(2)), Math.max(number(words.group(1)), number(words.group(3))));
  }

  /// The day comes first, except in America; with stops it always does.
  private static @Nullable PublicationDate yearLast(Matcher date) {
    int first = number(date.group(1));
    int second = number(date.group(3));
    int year = number(date.group(4));
    if (first > 12 || first == second || date.group(2).equals(".")) {
      return date(year, second, first);
    }
    return second > 12 ? date(year, first, second) : date(year, 0, 0);
  }

  private static int month(String start) {
    String letters = start.toLowerCase(Locale.ROOT);
    return 1
        + IntStream.range(0, MONTHS.size())
            .filter(month -> Arrays.asList(MONTHS.get(month).split("\\|")).contains(letters))
            .findFirst()
            .orElse(-1);
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
