package dev.akin;

import java.util.function.BooleanSupplier;

/// Waits for what happens in other threads and cannot be waited for otherwise.
///
/// There is no clock: what never happens ends at the time limit of every test, in
/// `junit-platform.properties`.
public final class Waiting {
  private static final long PAUSE_MILLIS = 10;

  private Waiting() {}

  /// Returns as soon as `condition` is true.
  public static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("it has not happened", e);
      }
    }
  }
}
