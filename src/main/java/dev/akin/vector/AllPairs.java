package dev.akin.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The nearest neighbors of every one of a number of unit vectors among all the others, exactly.
///
/// Products in single precision find the candidates: blocks of rows against blocks of rows, each
/// pair of blocks once, since a product counts for both of its rows. Memory grows with the rows and
/// never with their square. The candidates' cosines are computed again as [Cosine] does. Where
/// rounding may have hidden a neighbor, that row is compared with every other in double precision.
///
/// @param count of neighbors of each, at least 1
/// @param threads that work at once, at least 1; the result does not depend on it
public record AllPairs(int count, int threads) {
  /// How much of the work the products are.
  private static final double PAIRS_SHARE = 0.9;

  private static final int ROWS_TOLD = 4096;

  /// @throws IllegalArgumentException if one of them is not positive
  public AllPairs {
    if (count < 1 || threads < 1) {
      throw new IllegalArgumentException(count + " neighbors by " + threads + " threads");
    }
  }

  /// Finds the neighbors.
  ///
  /// @param rows unit vectors of one length; null for a row that has none, and so no neighbors
  /// @param progress is told now and then what share is done, 0 to 1, by one of the threads
  public NeighborLists of(float[] @Nullable [] rows, DoubleConsumer progress) {
    DistinctRows distinct = DistinctRows.of(rows);
    Candidates candidates = new Candidates(distinct.vectors(), count);
    int pairs = candidates.blocks() * (candidates.blocks() + 1) / 2;
    AtomicInteger compared = new AtomicInteger();
    inParallel(
        pairs,
        () -> {
          BlockProducts products = new BlockProducts(candidates);
          return pair -> {
            products.add(BlockPair.of(pair));
            progress.accept(PAIRS_SHARE * compared.incrementAndGet() / pairs);
          };
        });
    ExactNeighbors exact = new ExactNeighbors(distinct, candidates, count);
    int size = distinct.vectors().length;
    AtomicInteger settled = new AtomicInteger();
    inParallel(
        size,
        () ->
            vector -> {
              exact.settle(vector);
              int done = settled.incrementAndGet();
              if (done % ROWS_TOLD == 0 || done == size) {
                progress.accept(PAIRS_SHARE + (1 - PAIRS_SHARE) * done / size);
              }
            });
    return exact.lists();
  }

  /// Does the tasks from 0 on, each once. If one fails, no other is begun.
  ///
  /// @param worker makes what one thread works with
  private void inParallel(int tasks, Supplier<IntConsumer> worker) {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            workers.submit(
                () -> {
                  try {
                    IntConsumer work = worker.get();
                    for (int task = next.getAndIncrement();
                        task < tasks;
                        task = next.getAndIncrement()) {
                      work.accept(task);
                    }
                  } finally {
                    next.set(tasks);
                  }
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw new IllegalStateException("neighbors cannot be found", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while neighbors were looked for", e);
    }
  }
}
