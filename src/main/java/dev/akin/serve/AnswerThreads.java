package dev.akin.serve;

import dev.akin.base.Deadline;
import dev.akin.serve.guard.RefusedRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The threads that compute answers: as many at the same time as there are processors, in the order
/// in which they were asked for. They are platform threads, because one that computes does not let
/// go of its processor by itself: as virtual threads, a few long searches would keep all other
/// requests waiting, also those for the service's health.
///
/// A thread that waits for a model lends its place to another one. Safe for use by many threads.
/// Close it.
final class AnswerThreads implements AutoCloseable {
  private final int maxWaiting;
  private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("akin-answer-", 0).daemon().factory());

  /// @param maxWaiting how many answers may wait for a place
  AnswerThreads(int maxWaiting) {
    this.maxWaiting = maxWaiting;
  }

  /// How many answers wait for a place, about.
  int waiting() {
    return places.getQueueLength();
  }

  /// Computes an answer, and waits for it.
  ///
  /// @throws RefusedRequest if too many answers are waiting, or the deadline passes. What is being
  ///   computed then goes on until it finds out by itself
  <T> T compute(Deadline deadline, Supplier<T> answer) {
    takePlace(deadline);
    return PendingAnswer.await(
        CompletableFuture.supplyAsync(() -> inPlace(answer), threads), deadline);
  }

  private void takePlace(Deadline deadline) {
    if (waiting() >= maxWaiting) {
      throw new RefusedRequest(429, "too many answers are waiting; try again in a second");
    }
    try {
      if (!places.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        throw PendingAnswer.late(deadline);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PendingAnswer.late(deadline);
    }
  }

  private <T> T inPlace(Supplier<T> answer) {
    try {
      return answer.get();
    } finally {
      places.release();
    }
  }

  /// Lets another answer be computed while this thread waits.
  <T> T lendingPlace(Supplier<T> wait) {
    places.release();
    try {
      return wait.get();
    } finally {
      places.acquireUninterruptibly();
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
