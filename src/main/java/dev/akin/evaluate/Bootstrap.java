package dev.akin.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// The percentile bootstrap (Efron 1979; for the difference of two systems over the same queries,
/// Sakai, SIGIR 2006). Queries about one paper are drawn together. The same seed gives the same
/// interval everywhere.
///
/// @param seed of the random choice of queries
/// @param resamples how many times as many papers as there are queries about are drawn, with
///   replacement
public record Bootstrap(long seed, int resamples) {
  /// Seed 1, 10,000 resamples.
  public static final Bootstrap DEFAULT = new Bootstrap(1, 10_000);

  private static final double OUTSIDE = 0.025;

  /// @throws IllegalArgumentException if `resamples` is not positive
  public Bootstrap {
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples must be at least 1, not " + resamples);
    }
  }

  /// From `low` to `high`, both included.
  public record Interval(double low, double high) {}

  /// The interval that has the means of 95 % of the resamples.
  public Interval interval(Sample sample) {
    Random random = new Random(seed);
    List<Sample.QueryCluster> clusters = sample.clusters();
    double[] means = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double sum = 0;
      int size = 0;
      for (int j = 0; j < clusters.size(); j++) {
        Sample.QueryCluster cluster = clusters.get(random.nextInt(clusters.size()));
        sum += cluster.sum();
        size += cluster.size();
      }
      means[i] = sum / size;
    }
    Arrays.sort(means);
    int cut = (int) (OUTSIDE * resamples);
    return new Interval(means[cut], means[resamples - 1 - cut]);
  }
}
