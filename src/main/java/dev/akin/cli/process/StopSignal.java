package dev.akin.cli.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Lets a command end in order when the process is told to stop: its work is told to end, and the
/// process waits until everything is closed and printed. A command that has nothing to put in order
/// ends at once.
///
/// A second signal ends the process at once. Within half a second after the first it does not
/// count: `timeout` and some shells send one signal twice.
///
/// @hidden public for its own room only
public final class StopSignal {
  /// What a process adds to a signal's number to say that this ended it.
  private static final int SIGNALED = 128;

  private static final Duration SAME_SIGNAL = Duration.ofMillis(500);

  // An input that stands still must not hold the process; what was committed is safe.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// What a command does when it is told to stop.
  ///
  /// @param end ends its work; returns at once
  /// @param patience how long it may take to end
  /// @param late called if it has not ended by then, before the process ends all the same
  private record Action(Runnable end, Duration patience, Runnable late) {}

  private final IntConsumer halt;
  private final LongSupplier nanoClock;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int number;
  private volatile @Nullable Action action;
  private long firstNanos;

  /// One that hears no signals.
  public StopSignal() {
    this(Runtime.getRuntime()::halt, System::nanoTime);
  }

  /// @param halt ends the process with a code
  StopSignal(IntConsumer halt, LongSupplier nanoClock) {
    this.halt = halt;
    this.nanoClock = nanoClock;
  }

  /// One that hears this process's signals.
  public static StopSignal ofProcess() {
    StopSignal signal = new StopSignal();
    for (String name : List.of("HUP", "INT", "TERM")) {
      Signals.hear(name, signal::stop);
    }
    return signal;
  }

  /// Says how the command's work is ended; it may take half a minute.
  ///
  /// @param end must return at once
  public void onStop(Runnable end) {
    onStop(end, PATIENCE, () -> {});
  }

  /// Says how the command's work is ended.
  ///
  /// @param end must return at once
  /// @param patience how long the command may take to end after that
  /// @param late called if it takes longer; then the process ends all the same
  public void onStop(Runnable end, Duration patience, Runnable late) {
    action = new Action(end, patience, late);
    if (isStopping()) {
      end.run();
    }
  }

  /// Whether the process was told to stop: what was done so far may be half of it.
  public boolean isStopping() {
    return number != 0;
  }

  /// The command has ended, in whatever way.
  ///
  /// @param code what it would end the process with
  /// @return what ends the process
  public int ended(int code) {
    ended.countDown();
    return isStopping() ? SIGNALED + number : code;
  }

  /// A signal has come. Called in a thread of its own.
  void stop(int signal) {
    Action now = action;
    if (isFirst(signal)) {
      if (now == null || !endsInTime(now)) {
        halt.accept(SIGNALED + signal);
      }
    } else if (isAnother()) {
      halt.accept(SIGNALED + signal);
    }
  }

  private synchronized boolean isFirst(int signal) {
    boolean first = number == 0;
    if (first) {
      number = signal;
      firstNanos = nanoClock.getAsLong();
    }
    return first;
  }

  private synchronized boolean isAnother() {
    return nanoClock.getAsLong() - firstNanos >= SAME_SIGNAL.toNanos();
  }

  private boolean endsInTime(Action now) {
    now.end().run();
    try {
      if (ended.await(now.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    now.late().run();
    return false;
  }
}
