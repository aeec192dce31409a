package dev.akin.embed.run;

import java.time.Duration;

/// The time after which an answer is of no use. It does not depend on the wall clock.
///
/// @param nanoTime the value of [System#nanoTime] at that time
/// @param limit how long it was from the start
public record Deadline(long nanoTime, Duration limit) {
  /// A deadline in a hundred years.
  public static final Deadline NEVER = in(Duration.ofDays(36_500));

  /// A deadline that starts now.
  public static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos(), limit);
  }

  /// The time that is left; zero or less if the deadline has passed.
  public Duration remaining() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }

  /// Whether no time is left.
  public boolean hasPassed() {
    return nanoTime - System.nanoTime() <= 0;
  }
}
