package dev.akin.serve;

import dev.akin.serve.guard.Keys;
import java.util.Arrays;
import java.util.List;

/// How long it takes to see that a key is wrong, by how many of its characters are right.
///
/// @param medianNanos of keys of which no character is right
/// @param largestDifferenceNanos between that and the median of any other
public record KeyTiming(double medianNanos, double largestDifferenceNanos) {
  private static final int AT_ONCE = 20;

  /// Measures, after as many rounds to warm up.
  ///
  /// @param rounds for all prefixes together
  public static KeyTiming of(String key, int rounds) {
    Keys keys = new Keys(List.of(key));
    int each = rounds / (key.length() * AT_ONCE);
    long[][] nanos = new long[key.length()][each];
    for (int pass = 0; pass < 2; pass++) {
      for (int round = 0; round < each; round++) {
        for (int right = 0; right < key.length(); right++) {
          nanos[right][round] = nanos(keys, wrong(key, right));
        }
      }
    }
    double[] medians = Arrays.stream(nanos).mapToDouble(KeyTiming::median).toArray();
    double largest =
        Arrays.stream(medians).map(median -> Math.abs(median - medians[0])).max().orElseThrow();
    return new KeyTiming(medians[0], largest);
  }

  private static String wrong(String key, int right) {
    return key.substring(0, right) + "?".repeat(key.length() - right);
  }

  private static long nanos(Keys keys, String wrong) {
    long start = System.nanoTime();
    for (int i = 0; i < AT_ONCE; i++) {
      if (keys.has(wrong)) {
        throw new IllegalStateException("a wrong key is right");
      }
    }
    return (System.nanoTime() - start) / AT_ONCE;
  }

  private static double median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
