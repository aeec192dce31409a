package dev.akin.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
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
    int blocks = candidates.blocks();
    int pairs = blocks * (blocks + 1) / 2;
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    inParallel(
        () -> {
          BlockProducts products = new BlockProducts(candidates);
          for (int pair = next.getAndIncrement(); pair < pairs; pair = next.getAndIncrement()) {
            products.add(BlockPair.of(pair));
            progress.accept(done.incrementAndGet() / (double) pairs);
          }
        });
    ExactNeighbors exact = new ExactNeighbors(distinct, candidates, count);
    AtomicInteger nextRow = new AtomicInteger();
    inParallel(
        () -> {
          int size = distinct.vectors().length;
          for (int row = nextRow.getAndIncrement(); row < size; row = nextRow.getAndIncrement()) {
            exact.settle(row);
          }
        });
    return exact.lists();
  }

  private void inParallel(Runnable work) {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(workers.submit(work));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("neighbors cannot be found", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while neighbors were looked for", e);
    }
  }
}
