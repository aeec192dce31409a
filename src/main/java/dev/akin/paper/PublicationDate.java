package dev.akin.paper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a paper was published, as precisely as its record says: a year, a month or a day.
///
/// A date that is not precise stands for every day it may be: `2024` touches every range that has a
/// day of 2024 in it.
///
/// @param year 1000 to 9999
/// @param month 1 to 12, or 0 if only the year is known
/// @param day 1 to 31, or 0 if only the month is known
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

  /// A date of which only the year is known.
  public static PublicationDate ofYear(int year) {
    return new PublicationDate(year, 0, 0);
  }

  /// A date known to the day.
  public static PublicationDate of(LocalDate date) {
    return new PublicationDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /// Reads `2024`, `2024-05` or `2024-05-17`.
  ///
  /// @throws IllegalArgumentException if `text` is none of these or there is no such day
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
      throw new IllegalArgumentException("months and days count from 1");
    }
    return number;
  }

  /// The first day it may be.
  public LocalDate earliest() {
    return LocalDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
  }

  /// The last day it may be.
  public LocalDate latest() {
    if (month == 0) {
      return LocalDate.of(year, 12, 31);
    }
    return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : earliest();
  }

  /// `2024`, `2024-05` or `2024-05-17`, the form that [#parse] reads.
  @Override
  public String toString() {
    if (month == 0) {
      return Integer.toString(year);
    }
    return year + "-" + twoDigits(month) + (day == 0 ? "" : "-" + twoDigits(day));
  }

  /// In every locale those of ASCII.
  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
