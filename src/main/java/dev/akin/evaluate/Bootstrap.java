package dev.akin.evaluate;

import java.util.Arrays;
import java.util.Random;

/// The percentile bootstrap (Efron 1979; for the difference of two systems over the same queries,
/// Sakai, SIGIR 2006). The same seed gives the same interval everywhere.
///
/// @param seed of the random choice of queries
/// @param resamples how many times a sample of all queries is drawn, with replacement
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
    double[] means = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double sum = 0;
      for (int j = 0; j < sample.size(); j++) {
        sum += sample.value(random.nextInt(sample.size()));
      }
      means[i] = sum / sample.size();
    }
    Arrays.sort(means);
    int cut = (int) (OUTSIDE * resamples);
    return new Interval(means[cut], means[resamples - 1 - cut]);
  }
}
