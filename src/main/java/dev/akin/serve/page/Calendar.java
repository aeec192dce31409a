package dev.akin.serve.page;

import dev.akin.paper.Period;
import dev.akin.paper.PublicationDate;
import dev.akin.serve.request.Address;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The dates that have papers: all years, the months of one year, the days of one month. Each part
/// is there only if the papers' dates are that exact.
///
/// @param years the newest first
/// @param months of the year, January first; may be empty
/// @param month the days; absent if no date of the month is exact
record Calendar(List<Entry> years, List<Entry> months, @Nullable Month month) {
  /// A period that leads to its list.
  ///
  /// @param href absent if it has no papers
  /// @param papers how many, such as `1,204`
  /// @param isCurrent whether it is the one that is listed
  record Entry(String name, @Nullable String href, String papers, boolean isCurrent) {}

  /// The days of a month.
  ///
  /// @param weekdays their names, Monday first
  record Month(String name, List<String> weekdays, List<Week> weeks) {}

  /// A week from Monday; days of other months are absent.
  record Week(Entry whole, List<Day> days) {}

  /// A day of the grid.
  ///
  /// @param entry absent if it belongs to another month
  record Day(@Nullable Entry entry) {}

  /// @param dates how many papers have each date
  /// @param listed the period that is listed; absent for all
  /// @param asked address of the list, whose filters stay
  static Calendar of(
      SortedMap<PublicationDate, Integer> dates,
      @Nullable Period listed,
      Address asked,
      PageWriter page) {
    return new Maker(dates, listed, asked.without("after"), page).calendar();
  }

  private record Maker(
      SortedMap<PublicationDate, Integer> dates,
      @Nullable Period listed,
      Address asked,
      PageWriter page) {
    Calendar calendar() {
      if (dates.isEmpty()) {
        return new Calendar(List.of(), List.of(), null);
      }
      LocalDate shown = listed == null ? dates.lastKey().latest() : listed.last();
      boolean hasMonths =
          dates.keySet().stream()
              .anyMatch(date -> date.year() == shown.getYear() && date.month() > 0);
      Period month = Period.of(Period.Unit.MONTH, shown);
      boolean hasDays =
          dates.keySet().stream().anyMatch(date -> date.day() > 0 && month.contains(date));
      return new Calendar(
          years(), hasMonths ? months(shown) : List.of(), hasDays ? days(month) : null);
    }

    private List<Entry> years() {
      return dates.keySet().stream()
          .map(PublicationDate::year)
          .distinct()
          .sorted(Comparator.reverseOrder())
          .map(year -> entry(Period.of(PublicationDate.ofYear(year)), year.toString()))
          .toList();
    }

    private List<Entry> months(LocalDate shown) {
      return IntStream.rangeClosed(1, 12)
          .mapToObj(month -> shown.withDayOfMonth(1).withMonth(month))
          .map(first -> entry(Period.of(Period.Unit.MONTH, first), page.dates().month(first)))
          .toList();
    }

    private Month days(Period month) {
      List<Week> weeks = new ArrayList<>();
      for (Period week = Period.of(Period.Unit.WEEK, month.first());
          !week.first().isAfter(month.last());
          week = Period.of(Period.Unit.WEEK, week.last().plusDays(1))) {
        weeks.add(week(week, month));
      }
      return new Month(page.dates().of(month), page.dates().weekdays(), weeks);
    }

    private Week week(Period week, Period month) {
      List<Day> days =
          Stream.iterate(week.first(), day -> day.plusDays(1))
              .limit(7)
              .map(
                  day ->
                      new Day(
                          Period.of(Period.Unit.MONTH, day).equals(month)
                              ? entry(
                                  Period.of(Period.Unit.DAY, day),
                                  Integer.toString(day.getDayOfMonth()))
                              : null))
              .toList();
      return new Week(entry(week, week.toString().substring(week.toString().indexOf('W'))), days);
    }

    private Entry entry(Period period, String name) {
      int papers = count(dates, period);
      return new Entry(
          name,
          papers == 0 ? null : page.links().date(period, asked),
          page.messages().number(papers),
          period.equals(listed));
    }
  }

  /// How many papers a period has.
  static int count(SortedMap<PublicationDate, Integer> dates, Period period) {
    return dates.entrySet().stream()
        .filter(each -> period.contains(each.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  boolean hasMonths() {
    return !months.isEmpty();
  }
}
