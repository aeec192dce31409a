package dev.akin.embed.run;

import java.time.Duration;

/// When an answer is too late to be of use. It does not depend on the wall clock.
///
/// @param nanoTime as [System#nanoTime] counts
/// @param limit how long it was when it began
public record Deadline(long nanoTime, Duration limit) {
  /// One that does not come within a human life.
  public static final Deadline NEVER = in(Duration.ofDays(36_500));

  /// From now on.
  public static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos(), limit);
  }

  /// What is left, zero or less when it has passed.
  public Duration remaining() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }

  public boolean hasPassed() {
    return nanoTime - System.nanoTime() <= 0;
  }
}
