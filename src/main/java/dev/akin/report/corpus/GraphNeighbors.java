package dev.akin.report.corpus;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.search.Hit;
import dev.akin.index.search.NearestOptions;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import dev.akin.vector.NeighborLists;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds neighbors with the index's graph: faster than comparing all pairs of a large corpus, but
/// some are missed.
///
/// @hidden public for its own room only
public final class GraphNeighbors {
  /// How many more neighbors are searched than wanted, because a wider search misses fewer.
  private static final int SPARE = 50;

  private static final int SAMPLES = 300;
  private static final long SEED = 1;

  private final IndexSnapshot snapshot;
  private final Corpus corpus;
  private final int count;

  private record Near(int row, double cosine) {}

  /// @param count number of neighbors of each paper
  public GraphNeighbors(IndexSnapshot snapshot, Corpus corpus, int count) {
    this.snapshot = snapshot;
    this.corpus = corpus;
    this.count = count;
  }

  public NeighborLists find(DoubleConsumer progress) {
    Near[][] found = new Near[corpus.size()][];
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, corpus.size())
        .parallel()
        .forEach(
            row -> {
              found[row] = nearest(row);
              progress.accept(done.incrementAndGet() / (double) corpus.size());
            });
    return new NeighborLists(
        Arrays.stream(found)
            .map(near -> Arrays.stream(near).mapToInt(Near::row).toArray())
            .toArray(int[][]::new),
        Arrays.stream(found)
            .map(near -> Arrays.stream(near).mapToDouble(Near::cosine).toArray())
            .toArray(double[][]::new));
  }

  private Near[] nearest(int row) {
    TreeSet<Integer> candidates = new TreeSet<>();
    for (Embedding embedding : corpus.embeddings(row)) {
      for (Hit hit : snapshot.nearest(embedding, count + SPARE, NearestOptions.DEFAULT)) {
        candidates.add(corpus.rowOf(hit.paper()));
      }
    }
    return nearest(row, candidates.stream().mapToInt(Integer::intValue));
  }

  private Near[] nearest(int row, IntStream candidates) {
    float[] @Nullable [] vectors = corpus.vectors();
    float[] own = vectors[row];
    return own == null
        ? new Near[0]
        : candidates
            .filter(other -> other != row && vectors[other] != null)
            .mapToObj(other -> new Near(other, cosine(own, vectors[other])))
            .sorted(Comparator.comparingDouble(Near::cosine).reversed().thenComparingInt(Near::row))
            .limit(count)
            .toArray(Near[]::new);
  }

  private static double cosine(float[] own, float @Nullable [] other) {
    return other == null ? -1 : Cosine.of(own, other);
  }

  /// Measures which share of the nearest papers a search found, for up to 300 papers. A found paper
  /// that is as near as the last of the nearest is used too.
  ///
  /// @return the share, 0 to 1; 1 if no paper has a neighbor
  public double recall(NeighborLists found) {
    int[] rows = corpus.rowsWithVector();
    if (rows.length == 0) {
      return 1;
    }
    int[] sample = new Random(SEED).ints(Math.min(SAMPLES, rows.length), 0, rows.length).toArray();
    return Arrays.stream(sample)
        .map(i -> rows[i])
        .mapToDouble(row -> recall(found, row))
        .average()
        .orElse(1);
  }

  private double recall(NeighborLists found, int row) {
    Near[] exact = nearest(row, IntStream.range(0, corpus.size()));
    if (exact.length == 0) {
      return 1;
    }
    double minCosine = exact[exact.length - 1].cosine();
    long reached =
        IntStream.range(0, Math.min(count, found.count(row)))
            .filter(rank -> found.cosine(row, rank) >= minCosine)
            .count();
    return reached / (double) exact.length;
  }
}
