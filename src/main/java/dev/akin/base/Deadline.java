package dev.akin.base;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The time after which an answer is of no use. It does not depend on the wall clock.
///
/// @param clock tells the time in nanoseconds, like [System#nanoTime]
/// @param nanoTime what the clock says at the deadline
/// @param limit how long it was from the start
public record Deadline(LongSupplier clock, long nanoTime, Duration limit) {
  /// A deadline in a hundred years.
  public static final Deadline NEVER = in(Duration.ofDays(36_500));

  /// A deadline that starts now.
  public static Deadline in(Duration limit) {
    return in(limit, System::nanoTime);
  }

  /// A deadline that starts now by another clock.
  public static Deadline in(Duration limit, LongSupplier clock) {
    return new Deadline(clock, clock.getAsLong() + limit.toNanos(), limit);
  }

  /// An earlier deadline, which leaves some time until this one.
  public Deadline leaving(Duration rest) {
    return new Deadline(clock, nanoTime - rest.toNanos(), limit);
  }

  /// The time that is left; zero or less if the deadline has passed.
  public Duration remaining() {
    return Duration.ofNanos(nanoTime - clock.getAsLong());
  }

  /// Whether no time is left.
  public boolean hasPassed() {
    return nanoTime - clock.getAsLong() <= 0;
  }
}
