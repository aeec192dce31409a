package dev.akin.paper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The year, month or day in which a paper was published, as precisely as its source says.
///
/// A date that is only a year or a month stands for each of its days: a range of dates contains
/// `2024` if it contains any day of 2024.
///
/// @param year 1000 to 9999
/// @param month 1 to 12, or 0 if unknown
/// @param day 1 to 31, or 0 if unknown
public record PublicationDate(int year, int month, int day) {
  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  /// @throws IllegalArgumentException if there is no such day
  public PublicationDate {
    if (year < 1000 || year > 9999) {
      throw new IllegalArgumentException("year " + year + " is not within 1000..9999");
    }
    if (month < 0 || month > 12) {
      throw new IllegalArgumentException("month " + month + " is not within 1..12");
    }
    if (day != 0) {
      if (month == 0) {
        throw new IllegalArgumentException("a day needs a month");
      }
      if (day < 0 || day > YearMonth.of(year, month).lengthOfMonth()) {
        throw new IllegalArgumentException(
            "day " + day + " is not within 1.." + YearMonth.of(year, month).lengthOfMonth());
      }
    }
  }

  /// A year.
  public static PublicationDate ofYear(int year) {
    return new PublicationDate(year, 0, 0);
  }

  /// A day.
  public static PublicationDate of(LocalDate date) {
    return new PublicationDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /// The day, month or year with these days.
  ///
  /// @param first its first day
  /// @param last its last day
  public static PublicationDate between(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return of(first);
    }
    return first.getMonth() == last.getMonth()
        ? new PublicationDate(first.getYear(), first.getMonthValue(), 0)
        : ofYear(first.getYear());
  }

  /// Reads `2024`, `2024-05` or `2024-05-17`.
  ///
  /// @throws IllegalArgumentException if `text` has another form, or there is no such day
  public static PublicationDate parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a date; write 2024, 2024-05 or 2024-05-17");
    }
    try {
      return new PublicationDate(
          Integer.parseInt(matcher.group(1)),
          matcher.group(2) == null ? 0 : positive(matcher.group(2)),
          matcher.group(3) == null ? 0 : positive(matcher.group(3)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a date: " + e.getMessage(), e);
    }
  }

  private static int positive(String digits) {
    int number = Integer.parseInt(digits);
    if (number == 0) {
      throw new IllegalArgumentException("months and days start at 1");
    }
    return number;
  }

  /// Its first day.
  public LocalDate earliest() {
    return LocalDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
  }

  /// Its last day.
  public LocalDate latest() {
    if (month == 0) {
      return LocalDate.of(year, 12, 31);
    }
    return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : earliest();
  }

  /// `2024`, `2024-05` or `2024-05-17`, the forms that [#parse] reads.
  @Override
  public String toString() {
    if (month == 0) {
      return Integer.toString(year);
    }
    return year + "-" + twoDigits(month) + (day == 0 ? "" : "-" + twoDigits(day));
  }

  /// In ASCII digits, whatever the locale.
  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
