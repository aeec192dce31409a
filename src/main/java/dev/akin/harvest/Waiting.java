package dev.akin.harvest;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits between two tries.
@FunctionalInterface
interface Waiting {
  /// Sleeps, and looks ten times a second whether to stop.
  Waiting ASLEEP = Waiting::sleep;

  /// Waits for a time, or until `stopped` returns true.
  void pass(Duration time, BooleanSupplier stopped) throws InterruptedException;

  private static void sleep(Duration time, BooleanSupplier stopped) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && !stopped.getAsBoolean(); ) {
      Thread.sleep(Duration.ofNanos(Math.min(left, Duration.ofMillis(100).toNanos())));
      left = end - System.nanoTime();
    }
  }
}
