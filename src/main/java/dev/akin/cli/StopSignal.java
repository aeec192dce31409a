package dev.akin.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a command end in order when the process is told to stop: what it does is told to end, and
/// the process waits until everything is closed and printed.
final class StopSignal {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Runnable stop = () -> {};
  private volatile boolean stopping;

  /// One that hears this process's signals.
  static StopSignal ofProcess() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::stopAndWait, "akin-signal"));
    return signal;
  }

  /// What ends the command's work; it must return at once.
  void onStop(Runnable action) {
    stop = action;
  }

  /// Whether the process was told to stop: what was done so far may be half of it.
  boolean isStopping() {
    return stopping;
  }

  /// The command has ended, in whatever way.
  void ended() {
    ended.countDown();
  }

  private void stopAndWait() {
    stopping = true;
    if (ended.getCount() > 0) {
      stop.run();
      try {
        // An input that stands still must not hold the process; what was committed is safe.
        ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
