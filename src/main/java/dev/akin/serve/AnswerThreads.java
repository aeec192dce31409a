package dev.akin.serve;

import dev.akin.base.Deadline;
import dev.akin.serve.guard.RefusedRequest;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The threads that compute answers: as many at the same time as there are processors, in the order
/// in which they were asked for. They are platform threads, because one that computes does not let
/// go of its processor by itself: as virtual threads, a few long searches would keep all other
/// requests waiting, also those for the service's health.
///
/// A thread that has computed an answer goes on with the next one that waits, so no processor is
/// idle between two answers. A thread that waits for a model lends its place to another one. Safe
/// for use by many threads. Close it.
final class AnswerThreads implements AutoCloseable {
  private final int maxWaiting;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("akin-answer-", 0).daemon().factory());

  /// How many more answers may be computed now.
  private int places = Runtime.getRuntime().availableProcessors();

  private final Queue<Runnable> answers = new ArrayDeque<>();

  /// Threads that lent their places and want one back. They come before all that has not begun.
  private final Queue<CompletableFuture<Boolean>> lenders = new ArrayDeque<>();

  /// @param maxWaiting how many answers may wait for a place
  AnswerThreads(int maxWaiting) {
    this.maxWaiting = maxWaiting;
  }

  /// How many answers wait for a place, begun or not.
  synchronized int waiting() {
    return answers.size() + lenders.size();
  }

  /// Computes an answer, and waits for it.
  ///
  /// @throws RefusedRequest if too many answers are waiting, or the deadline passes. What is being
  ///   computed then goes on until it finds out by itself
  <T> T compute(Deadline deadline, Supplier<T> answer) {
    CompletableFuture<T> computed = new CompletableFuture<>();
    Runnable computation = () -> compute(answer, computed);
    try {
      begin(computation);
      return PendingAnswer.await(computed, deadline);
    } finally {
      if (!computed.isDone()) {
        giveUp(computation);
      }
    }
  }

  private static <T> void compute(Supplier<T> answer, CompletableFuture<T> computed) {
    try {
      computed.complete(answer.get());
    } catch (RuntimeException | Error e) {
      computed.completeExceptionally(e);
    }
  }

  private synchronized void begin(Runnable computation) {
    if (places == 0 && waiting() >= maxWaiting) {
      throw new RefusedRequest(429, "too many answers are waiting; try again in a second");
    }
    answers.add(computation);
    if (places > 0) {
      threads.execute(this::work);
      places--;
    }
  }

  private synchronized void giveUp(Runnable computation) {
    answers.remove(computation);
  }

  /// Computes one answer after the other in a place, until none waits.
  private void work() {
    for (Runnable each = next(); each != null; each = next()) {
      each.run();
    }
  }

  /// What is done next in the place of the thread that calls; absent if it has no place any more.
  private synchronized @Nullable Runnable next() {
    CompletableFuture<Boolean> lender = lenders.poll();
    if (lender != null) {
      lender.complete(true);
      return null;
    }
    Runnable answer = answers.poll();
    places += answer == null ? 1 : 0;
    return answer;
  }

  /// Lets another answer be computed while this thread waits.
  <T> T lendingPlace(Supplier<T> wait) {
    lend();
    try {
      return wait.get();
    } finally {
      takeBack();
    }
  }

  private synchronized void lend() {
    if (waiting() > 0) {
      threads.execute(this::work);
    } else {
      places++;
    }
  }

  private void takeBack() {
    CompletableFuture<Boolean> place = new CompletableFuture<>();
    synchronized (this) {
      if (places > 0) {
        places--;
        return;
      }
      lenders.add(place);
    }
    place.join();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
