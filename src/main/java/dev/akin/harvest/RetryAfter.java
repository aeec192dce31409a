package dev.akin.harvest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// Reads the header `Retry-After` of HTTP, which holds seconds or a date.
final class RetryAfter {
  /// The time to wait if the server does not say how long.
  static final Duration DEFAULT = Duration.ofSeconds(30);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /// How long to wait from `now`; [#DEFAULT] if the value makes no sense.
  static Duration of(String value, Instant now) {
    if (SECONDS.matcher(value).matches()) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
    } catch (DateTimeException _) {
      return DEFAULT;
    }
  }
}
