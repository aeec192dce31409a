package dev.akin.harvest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How often one request is tried, and how long to wait before each new try.
final class RetryPolicy {
  /// How many times a request may fail. Answers of a busy server are not failures.
  static final int MAX_FAILURES = 4;

  /// The longest wait before a new try.
  static final Duration MAX_WAIT = Duration.ofHours(1);

  /// The longest time of all waits for one page together.
  static final Duration MAX_IN_ALL = Duration.ofHours(6);

  private static final Duration MIN_WAIT = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
  private static final int GROWTH = 4;

  private int failures;
  private Duration waited = Duration.ZERO;

  /// How long to wait after the answer of a busy server; null to give up.
  @Nullable Duration afterBusy(Duration asked) {
    Duration time = asked.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : asked;
    return inAll(time.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : time);
  }

  /// How long to wait after a failure; null to give up.
  @Nullable Duration afterFailure() {
    failures++;
    Duration time = AFTER_FAILURE.multipliedBy((long) Math.pow(GROWTH, failures - 1.0));
    return failures < MAX_FAILURES ? inAll(time) : null;
  }

  private @Nullable Duration inAll(Duration time) {
    waited = waited.plus(time);
    return waited.compareTo(MAX_IN_ALL) > 0 ? null : time;
  }
}
