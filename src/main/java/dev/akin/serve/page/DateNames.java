package dev.akin.serve.page;

import dev.akin.paper.Period;
import dev.akin.paper.PublicationDate;
import dev.akin.write.text.Messages;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.Stream;

/// Dates as people of a language write them.
record DateNames(Messages messages) {
  /// Such as `26 May 2026`, `May 2026` or `2026`.
  String of(PublicationDate date) {
    Period period = Period.of(date);
    return period.unit() == Period.Unit.DAY ? day(FormatStyle.LONG, period.first()) : of(period);
  }

  /// Such as `Tuesday, 26 May 2026`, `Week 22 of 2026`, `May 2026` or `2026`.
  String of(Period period) {
    LocalDate first = period.first();
    return switch (period.unit()) {
      case DAY -> day(FormatStyle.FULL, first);
      case WEEK ->
          messages.text(
              "week",
              Integer.toString(first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
              Integer.toString(first.get(IsoFields.WEEK_BASED_YEAR)));
      case MONTH -> formatted("LLLL uuuu", first);
      case YEAR -> Integer.toString(first.getYear());
    };
  }

  /// Such as `May`.
  String month(LocalDate day) {
    return formatted("LLL", day);
  }

  /// Such as `Mon` to `Sun`.
  List<String> weekdays() {
    return Stream.of(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, messages.locale()))
        .toList();
  }

  private String day(FormatStyle style, LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(style).localizedBy(messages.locale()).format(day);
  }

  private String formatted(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern, messages.locale()).format(day);
  }
}
