package dev.akin.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Does numbered tasks on several threads.
///
/// @param threads how many, at least 1
public record ParallelTasks(int threads) {
  /// @throws IllegalArgumentException if `threads` is not positive
  public ParallelTasks {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads");
    }
  }

  /// Does each task once, and returns when all are done. After a task has failed, no other is
  /// started.
  ///
  /// @param tasks how many; they are numbered from 0
  /// @param worker makes what one thread works with
  /// @throws RuntimeException what a task threw
  public void run(long tasks, Supplier<LongConsumer> worker) {
    AtomicLong next = new AtomicLong();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(workers.submit(() -> work(next, tasks, worker.get())));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a task failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void work(AtomicLong next, long tasks, LongConsumer worker) {
    try {
      for (long task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
        worker.accept(task);
      }
    } finally {
      next.set(tasks);
    }
  }
}
