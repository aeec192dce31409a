package dev.akin.vector;

import dev.akin.base.ParallelTasks;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Finds the nearest neighbors of every row among all other rows, exactly. A row is a unit vector.
///
/// Products in single precision find candidates. Blocks of rows are multiplied with blocks of rows,
/// each pair of blocks once, because a product is valid for both of its rows. Memory grows with the
/// number of rows, not with its square. Then the candidates' cosines are computed again in double
/// precision ([Cosine]). If rounding may have hidden a neighbor, the row is compared with all other
/// rows in double precision.
///
/// Written by hand because a matrix library has to store products before the largest can be chosen.
/// Measured: 1.05 times the rate at which OpenBLAS's sgemm multiplies all rows with each other on
/// the same machine (`scripts/bench pairs`).
///
/// @param count how many neighbors of each row to find, at least 1
/// @param threads how many threads work, at least 1; the result does not depend on it
public record AllPairs(int count, int threads) {
  /// The share of the work that the products are.
  private static final double PRODUCTS_SHARE = 0.9;

  /// Progress is reported once in this many rows.
  private static final int REPORTED_ROWS = 4096;

  /// @throws IllegalArgumentException if one of them is not positive
  public AllPairs {
    if (count < 1 || threads < 1) {
      throw new IllegalArgumentException(count + " neighbors by " + threads + " threads");
    }
  }

  /// Finds the neighbors.
  ///
  /// @param rows unit vectors of the same length; null for a row that has no vector, and so no
  ///   neighbors
  /// @param progress gets the share of the work that is done, 0 to 1, from any of the threads
  /// @throws IllegalArgumentException if the rows times (`count` + 16) are more than an array holds
  public NeighborLists of(float[] @Nullable [] rows, DoubleConsumer progress) {
    DistinctRows distinct = DistinctRows.of(rows);
    Candidates candidates = new Candidates(distinct.vectors(), count);
    long pairs = BlockPair.count(candidates.blocks());
    ParallelTasks parallel = new ParallelTasks(threads);
    AtomicLong multiplied = new AtomicLong();
    parallel.run(
        pairs,
        () -> {
          BlockProducts products = new BlockProducts(candidates);
          return pair -> {
            products.add(BlockPair.of(pair));
            progress.accept(PRODUCTS_SHARE * multiplied.incrementAndGet() / pairs);
          };
        });
    ExactNeighbors exact = new ExactNeighbors(distinct, candidates, count);
    int size = distinct.vectors().length;
    AtomicInteger settled = new AtomicInteger();
    parallel.run(
        size,
        () ->
            vector -> {
              exact.settle((int) vector);
              int done = settled.incrementAndGet();
              if (done % REPORTED_ROWS == 0 || done == size) {
                progress.accept(PRODUCTS_SHARE + (1 - PRODUCTS_SHARE) * done / size);
              }
            });
    return exact.lists();
  }
}
