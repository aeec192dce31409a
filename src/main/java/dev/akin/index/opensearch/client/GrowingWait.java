package dev.akin.index.opensearch.client;

import dev.akin.base.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The waits between tries: 0.1 seconds, then twice as long each time up to half a minute, until
/// the patience or the time ends. For one request.
final class GrowingWait {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Deadline deadline;
  private Duration left;
  private Duration next = FIRST;

  /// @param patience how long all waits together may be
  GrowingWait(Duration patience, Deadline deadline) {
    this.left = patience;
    this.deadline = deadline;
  }

  /// The next wait; null to give up.
  ///
  /// @param atLeast until when trying again makes no sense
  @Nullable Duration next(Duration atLeast) {
    Duration wait = next.compareTo(atLeast) < 0 ? atLeast : next;
    next = shorter(next.multipliedBy(2), LONGEST);
    if (left.compareTo(wait) < 0 || deadline.remaining().compareTo(wait) <= 0) {
      return null;
    }
    left = left.minus(wait);
    return wait;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
