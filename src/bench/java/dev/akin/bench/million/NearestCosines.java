package dev.akin.bench.million;

import dev.akin.vector.AllPairs;
import dev.akin.vector.NeighborLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/// How near the nearest neighbor is: the cosines of all vectors of a sample, sorted.
@SuppressWarnings("ArrayRecordComponent") // made for one use, never compared
record NearestCosines(double[] sorted) {
  private static final int PERCENTS = 100;
  private static final int QUERIES = 500;
  private static final int STEPS = 8;
  private static final double MAX_NOISE = 2;

  static NearestCosines of(float[][] vectors) {
    NeighborLists lists =
        new AllPairs(1, Runtime.getRuntime().availableProcessors()).of(vectors, _ -> {});
    double[] cosines =
        IntStream.range(0, vectors.length)
            .filter(row -> lists.count(row) > 0)
            .mapToDouble(row -> lists.cosine(row, 0))
            .toArray();
    Arrays.sort(cosines);
    return new NearestCosines(cosines);
  }

  double quantile(int percent) {
    return sorted[(int) ((sorted.length - 1) * (long) percent / 100)];
  }

  /// The quantiles 5, 25, 50, 75 and 95.
  @Override
  public String toString() {
    return IntStream.of(5, 25, 50, 75, 95)
        .mapToObj(percent -> String.format(Locale.ROOT, "%.3f", quantile(percent)))
        .collect(Collectors.joining(" "));
  }

  /// Of so many real vectors.
  static NearestCosines real(BaseVectors bases, int count) {
    return of(sample(bases, count).stream().map(bases::vector).toArray(float[][]::new));
  }

  /// Of random ones of all real vectors, each among all others.
  static NearestCosines real(BaseVectors bases) {
    return new NearestCosines(
        sample(bases, QUERIES).parallelStream()
            .filter(base -> bases.near(base).length > 0)
            .mapToDouble(
                base ->
                    VectorUtil.dotProduct(bases.vector(base), bases.vector(bases.near(base)[0])))
            .sorted()
            .toArray());
  }

  /// What more real vectors would have, because their quantiles grow with the logarithm of their
  /// number.
  ///
  /// @param few of the first `fewCount` vectors
  /// @param many of `manyCount`
  static NearestCosines extended(
      NearestCosines few, int fewCount, NearestCosines many, int manyCount, int count) {
    double steps = Math.log(count / (double) manyCount) / Math.log(manyCount / (double) fewCount);
    return new NearestCosines(
        IntStream.rangeClosed(0, PERCENTS)
            .mapToDouble(
                percent -> {
                  double last = many.quantile(percent);
                  return Math.min(1, last + Math.max(0, steps) * (last - few.quantile(percent)));
                })
            .sorted()
            .toArray());
  }

  /// Of random ones of a corpus, each among all others.
  ///
  /// @param vector of a number below `count`, always the same
  static NearestCosines made(int count, IntFunction<float[]> vector) {
    int[] asked = BaseVectors.random(count).ints(QUERIES, 0, count).toArray();
    float[][] queries = IntStream.of(asked).mapToObj(vector).toArray(float[][]::new);
    double[] nearest =
        IntStream.range(0, count)
            .parallel()
            .collect(
                () -> new double[QUERIES],
                (best, number) -> {
                  float[] other = vector.apply(number);
                  for (int i = 0; i < QUERIES; i++) {
                    if (asked[i] != number) {
                      best[i] = Math.max(best[i], VectorUtil.dotProduct(queries[i], other));
                    }
                  }
                },
                (best, others) -> Arrays.setAll(best, i -> Math.max(best[i], others[i])));
    Arrays.sort(nearest);
    return new NearestCosines(nearest);
  }

  /// The noise with which the median of a corpus is a given one.
  ///
  /// @param made the cosines of the corpus with some noise
  static double fittingNoise(double median, DoubleFunction<NearestCosines> made) {
    double low = 0;
    double high = MAX_NOISE;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (made.apply(middle).quantile(50) > median) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static List<Integer> sample(BaseVectors bases, int count) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, bases.size()).boxed().toList());
    Collections.shuffle(all, BaseVectors.random(count));
    return all.subList(0, Math.min(count, all.size()));
  }
}
