package dev.akin.digest.list;

import dev.akin.paper.PublicationDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days whose papers a digest looks at. Every paper is listed once, so a longer window costs
/// nothing and loses nothing.
///
/// @param first absent for papers of any date, and those without one
public record DigestWindow(@Nullable PublicationDate first) {
  /// How long after its publication a paper may reach the index, and still be in a digest.
  private static final int LATE_DAYS = 30;

  /// The window of a digest.
  ///
  /// @param last the day of the digest before; absent if there was none
  /// @param open the first day of which the digest before left papers for this one; absent if it
  ///   left none
  public static DigestWindow of(
      Since since, LocalDate today, @Nullable LocalDate last, @Nullable LocalDate open) {
    return switch (since) {
      case Since.Any _ -> new DigestWindow(null);
      case Since.Date date -> new DigestWindow(date.first());
      case Since.Last _ -> {
        LocalDate usual = (last == null ? today : last).minusDays(LATE_DAYS);
        yield new DigestWindow(
            PublicationDate.of(open == null || usual.isBefore(open) ? usual : open));
      }
    };
  }
}
