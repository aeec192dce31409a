package dev.akin.bench.million;

import dev.akin.vector.AllPairs;
import dev.akin.vector.NeighborLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How near the nearest neighbor is: the cosines of all vectors of a sample, sorted.
@SuppressWarnings("ArrayRecordComponent") // made for one use, never compared
record NearestCosines(double[] sorted) {
  private static final int TUNED = 4_000;
  private static final int STEPS = 9;
  private static final double MAX_NOISE = 1.5;

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

  /// Of so many mixtures.
  static NearestCosines made(BaseVectors bases, int count, double noise) {
    return of(
        sample(bases, count).parallelStream()
            .map(
                base -> {
                  Random random = BaseVectors.random(base);
                  int[] near = bases.near(base);
                  int other = near.length == 0 ? base : near[random.nextInt(near.length)];
                  return bases.mix(base, other, noise, random);
                })
            .toArray(float[][]::new));
  }

  private static List<Integer> sample(BaseVectors bases, int count) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, bases.size()).boxed().toList());
    Collections.shuffle(all, BaseVectors.random(count));
    return all.subList(0, Math.min(count, all.size()));
  }

  /// The noise with which the median of mixtures is that of as many real vectors.
  static double fittingNoise(BaseVectors bases) {
    double median = real(bases, TUNED).quantile(50);
    double low = 0;
    double high = MAX_NOISE;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (made(bases, TUNED, middle).quantile(50) > median) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
