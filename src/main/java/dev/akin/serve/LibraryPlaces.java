package dev.akin.serve;

import dev.akin.base.Deadline;
import dev.akin.serve.guard.RefusedRequest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Libraries are answered a few at a time: each takes a processor for a second, and half of the
/// processors are for other requests. Safe for use by many threads.
final class LibraryPlaces {
  /// How long a library waits until others are answered.
  private static final long WAIT_MS = 3_000;

  private final TimedAnswers timed;
  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  LibraryPlaces(TimedAnswers timed) {
    this.timed = timed;
  }

  /// Reads a library, and then answers it.
  ///
  /// @param read has as long as the answer has then
  /// @throws RefusedRequest if too many libraries are being answered, or the deadline passes
  <L, T> T answer(Function<Deadline, L> read, Function<L, T> answer) {
    takePlace();
    try {
      Deadline deadline = timed.deadlines().get();
      return answer.apply(timed.threads().compute(deadline, () -> read.apply(deadline)));
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      if (places.tryAcquire(WAIT_MS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RefusedRequest(429, "too many libraries are being answered; try again in a second");
  }
}
