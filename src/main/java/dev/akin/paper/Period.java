package dev.akin.paper;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Pattern;

/// A day, a week from Monday to Sunday, a month or a year.
///
/// @param first its first day
public record Period(Unit unit, LocalDate first) {
  /// How long a period is.
  public enum Unit {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit length;

    Unit(ChronoUnit length) {
      this.length = length;
    }
  }

  private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}");

  /// The period of a length in which a day lies.
  public static Period of(Unit unit, LocalDate day) {
    return switch (unit) {
      case DAY -> new Period(unit, day);
      case WEEK -> new Period(unit, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case MONTH -> new Period(unit, day.withDayOfMonth(1));
      case YEAR -> new Period(unit, day.withDayOfYear(1));
    };
  }

  /// The day, month or year that a date is.
  public static Period of(PublicationDate date) {
    return of(unit(date), date.earliest());
  }

  private static Unit unit(PublicationDate date) {
    if (date.month() == 0) {
      return Unit.YEAR;
    }
    return date.day() == 0 ? Unit.MONTH : Unit.DAY;
  }

  /// Reads `2026`, `2026-05`, `2026-W22` or `2026-05-26`.
  ///
  /// @throws IllegalArgumentException if `text` has another form, or there is no such period
  public static Period parse(String text) {
    if (WEEK.matcher(text).matches()) {
      try {
        return new Period(Unit.WEEK, LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("\"" + text + "\" is not a week of that year", e);
      }
    }
    return of(PublicationDate.parse(text));
  }

  /// Its last day.
  public LocalDate last() {
    return first.plus(1, unit.length).minusDays(1);
  }

  /// Whether all days that a date stands for lie in it.
  public boolean contains(PublicationDate date) {
    return !date.earliest().isBefore(first) && !date.latest().isAfter(last());
  }

  /// One of the forms that [#parse] reads.
  @Override
  public String toString() {
    return switch (unit) {
      case DAY -> first.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              first.get(IsoFields.WEEK_BASED_YEAR),
              first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> first.toString().substring(0, "2026-05".length());
      case YEAR -> first.toString().substring(0, "2026".length());
    };
  }
}
