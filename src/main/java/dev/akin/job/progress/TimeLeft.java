package dev.akin.job.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Estimates how long the rest of some work takes, if it goes on as fast as in the last two
/// minutes.
///
/// @hidden public for its own room only
public final class TimeLeft {
  private static final Duration LOOKS_BACK = Duration.ofMinutes(2);
  private static final Duration MIN_MEASURED = Duration.ofSeconds(5);

  private record Noted(long nanos, double done) {}

  private final LongSupplier nanoClock;
  private final Deque<Noted> samples = new ArrayDeque<>();

  public TimeLeft(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /// Notes how much is done now, in any unit. Called first when the work begins.
  public void note(double done) {
    long now = nanoClock.getAsLong();
    while (samples.size() > 1 && now - samples.getFirst().nanos() > LOOKS_BACK.toNanos()) {
      samples.removeFirst();
    }
    samples.addLast(new Noted(now, done));
  }

  /// The time until all work is done; absent until some was done for a few seconds.
  ///
  /// @param all the whole work, in the unit of [#note]
  public @Nullable Duration of(double all) {
    if (samples.size() < 2) {
      return null;
    }
    Noted first = samples.getFirst();
    Noted last = samples.getLast();
    long measured = last.nanos() - first.nanos();
    double done = last.done() - first.done();
    if (measured < MIN_MEASURED.toNanos() || done <= 0) {
      return null;
    }
    double left = Math.max(0, all - last.done()) * measured / done;
    return Duration.ofNanos(Math.max(0, Math.round(left) - (nanoClock.getAsLong() - last.nanos())));
  }
}
