package dev.akin.cli.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Lets a command end in order when the process is told to stop: what it does is told to end, and
/// the process waits until everything is closed and printed. A command that has nothing to bring in
/// order ends at once.
///
/// @hidden public for its own room only
public final class StopSignal {
  /// What a process adds to a signal's number to say that this ended it.
  private static final int SIGNALED = 128;

  // An input that stands still must not hold the process; what was committed is safe.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Runnable stop;
  private final AtomicInteger number = new AtomicInteger();

  /// One that hears this process's signals.
  public static StopSignal ofProcess() {
    StopSignal signal = new StopSignal();
    for (String name : List.of("HUP", "INT", "TERM")) {
      Signals.hear(name, signal::stop);
    }
    return signal;
  }

  /// What ends the command's work; it must return at once.
  public void onStop(Runnable action) {
    stop = action;
    if (isStopping()) {
      action.run();
    }
  }

  /// Whether the process was told to stop: what was done so far may be half of it.
  public boolean isStopping() {
    return number.get() != 0;
  }

  /// The command has ended, in whatever way.
  ///
  /// @param code what it would end the process with
  /// @return what ends the process
  public int ended(int code) {
    ended.countDown();
    return isStopping() ? SIGNALED + number.get() : code;
  }

  private void stop(int signal) {
    if (!number.compareAndSet(0, signal)) {
      return;
    }
    Runnable action = stop;
    if (action == null || !endsAfter(action)) {
      Runtime.getRuntime().halt(SIGNALED + signal);
    }
  }

  private boolean endsAfter(Runnable action) {
    action.run();
    try {
      return ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
