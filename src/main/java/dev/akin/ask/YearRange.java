package dev.akin.ask;

import dev.akin.paper.PublicationDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Years in which papers were published. At least one end is known.
///
/// @param from the first year; absent if there is no first one
/// @param to the last year; absent if there is no last one
public record YearRange(@Nullable PublicationDate from, @Nullable PublicationDate to) {
  private static final String YEAR = "[12][0-9]{3}";

  private static final int YEAR_DIGITS = 4;

  private static final Pattern FORM =
      Pattern.compile("(%1$s)|(%1$s)?\\s?[-–]\\s?(%1$s)?".formatted(YEAR));

  /// One year.
  public static YearRange of(int year) {
    return new YearRange(PublicationDate.ofYear(year), PublicationDate.ofYear(year));
  }

  /// Reads `2019`, `2019-2021`, `2019-` or `-2021`.
  ///
  /// @throws IllegalArgumentException if it is something else, or ends before it begins
  static YearRange parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || text.length() < YEAR_DIGITS) {
      throw new IllegalArgumentException(
          "year: needs a year or a range, such as year:2019 or year:2019-2021, not \"%s\""
              .formatted(text));
    }
    if (matcher.group(1) != null) {
      return of(Integer.parseInt(matcher.group(1)));
    }
    YearRange range = new YearRange(date(matcher.group(2)), date(matcher.group(3)));
    if (range.from != null && range.to != null && range.from.year() > range.to.year()) {
      throw new IllegalArgumentException(
          "year: %s ends before it begins; type year:%s-%s".formatted(text, range.to, range.from));
    }
    return range;
  }

  private static @Nullable PublicationDate date(@Nullable String year) {
    return year == null ? null : PublicationDate.parse(year);
  }

  /// `2019`, `2019-2021`, `2019-` or `-2021`.
  @Override
  public String toString() {
    if (from != null && from.equals(to)) {
      return from.toString();
    }
    return (from == null ? "" : from) + "-" + (to == null ? "" : to);
  }
}
