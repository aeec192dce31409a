package dev.akin.report.corpus;

import dev.akin.base.ParallelTasks;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import dev.akin.vector.NeighborLists;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds neighbors with the index's graph: faster than comparing all pairs of a large corpus, but
/// some are missed.
///
/// @hidden public for its own room only
public final class GraphNeighbors {
  /// How many more neighbors are searched than wanted if there are several models, because the
  /// nearest by all may be farther by one.
  private static final int SPARE = 50;

  /// Progress is reported once in this many rows.
  private static final int REPORTED_ROWS = 256;

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

  /// Finds the neighbors of every paper.
  ///
  /// @param progress gets the share of the work that is done, 0 to 1, from any of the threads
  public NeighborLists find(int threads, DoubleConsumer progress) {
    NeighborLists.Filling lists = new NeighborLists.Filling(corpus.size(), count);
    AtomicInteger done = new AtomicInteger();
    new ParallelTasks(threads)
        .run(
            corpus.size(),
            () ->
                row -> {
                  nearest((int) row)
                      .limit(count)
                      .forEachOrdered(near -> lists.add((int) row, near.row(), near.cosine()));
                  if (done.incrementAndGet() % REPORTED_ROWS == 0) {
                    progress.accept(done.get() / (double) corpus.size());
                  }
                });
    return lists.lists();
  }

  /// The nearest papers that were found, nearest first, equally near ones in the order of rows.
  private Stream<Near> nearest(int row) {
    List<Embedding> embeddings = corpus.embeddings(row);
    return embeddings.size() == 1
        ? hits(embeddings.getFirst(), count + 1)
            .map(hit -> new Near(corpus.rowOf(hit.paper()), hit.score()))
            .filter(near -> near.row() != row)
        : ofSeveral(row, embeddings);
  }

  /// The order of ids, by which hits with equal scores are ordered, is that of rows.
  private Stream<Hit> hits(Embedding embedding, int wanted) {
    return snapshot.nearest(embedding, wanted, NearestOptions.DEFAULT).stream();
  }

  private Stream<Near> ofSeveral(int row, List<Embedding> embeddings) {
    TreeSet<Integer> candidates = new TreeSet<>();
    for (Embedding embedding : embeddings) {
      hits(embedding, count + SPARE).forEach(hit -> candidates.add(corpus.rowOf(hit.paper())));
    }
    candidates.remove(row);
    float[] own = corpus.vector(row);
    return candidates.stream()
        .map(other -> new Near(other, cosine(own, corpus.vector(other))))
        .sorted(Comparator.comparingDouble(Near::cosine).reversed().thenComparingInt(Near::row));
  }

  private static double cosine(float @Nullable [] own, float @Nullable [] other) {
    return own == null || other == null ? -1 : Cosine.of(own, other);
  }

  /// Measures which share of the nearest papers a search found, for up to 300 papers, by comparing
  /// these with all. A found paper that is as near as the last of the nearest is used too.
  ///
  /// @return the share, 0 to 1; 1 if no paper has a neighbor
  public double recall(NeighborLists found, int threads) {
    int[] rows = corpus.rowsWithVector();
    if (rows.length < 2) {
      return 1;
    }
    int[] sample =
        new Random(SEED)
            .ints(Math.min(SAMPLES, rows.length), 0, rows.length)
            .map(at -> rows[at])
            .toArray();
    double[] recalls = new double[sample.length];
    int parts = Math.min(threads, sample.length);
    new ParallelTasks(threads)
        .run(
            parts,
            () ->
                part -> {
                  int from = (int) (sample.length * part / parts);
                  int to = (int) (sample.length * (part + 1) / parts);
                  double[] of = recalls(found, Arrays.copyOfRange(sample, from, to), rows);
                  System.arraycopy(of, 0, recalls, from, of.length);
                });
    return Arrays.stream(recalls).average().orElse(1);
  }

  private double[] recalls(NeighborLists found, int[] sample, int[] rows) {
    float[] @Nullable [] queries = corpus.vectors(sample);
    List<PriorityQueue<Double>> nearest =
        IntStream.range(0, sample.length)
            .mapToObj(_ -> new PriorityQueue<Double>(count + 1))
            .toList();
    for (int row : rows) {
      float[] vector = corpus.vector(row);
      for (int at = 0; at < sample.length; at++) {
        if (sample[at] != row) {
          keep(nearest.get(at), cosine(queries[at], vector));
        }
      }
    }
    return IntStream.range(0, sample.length)
        .mapToDouble(at -> recall(found, sample[at], nearest.get(at)))
        .toArray();
  }

  private void keep(PriorityQueue<Double> nearest, double cosine) {
    Double worst = nearest.peek();
    if (nearest.size() < count || worst == null || cosine > worst) {
      nearest.add(cosine);
      if (nearest.size() > count) {
        nearest.remove();
      }
    }
  }

  /// @param nearest the cosines of the nearest papers
  private double recall(NeighborLists found, int row, PriorityQueue<Double> nearest) {
    double minCosine = nearest.element();
    long reached =
        IntStream.range(0, Math.min(count, found.count(row)))
            .filter(rank -> found.cosine(row, rank) >= minCosine)
            .count();
    return reached / (double) nearest.size();
  }
}
