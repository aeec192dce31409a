package dev.akin;

import java.util.Random;
import java.util.stream.LongStream;

/// Where all random numbers of the tests come from.
///
/// A test that searches for faults uses other numbers in every run. It takes them from [#random] or
/// [#several]. The seed of a run is printed on first use, and `-Dakin.seed=N` repeats that run.
/// Numbers that are test data, such as those behind a measured threshold, are the same in every
/// run. They come from [#fixed].
public final class Seed {
  private static final long OF_RUN = Long.getLong("akin.seed", System.nanoTime());

  static {
    System.out.println("Random tests: repeat this run with -Dakin.seed=" + OF_RUN);
  }

  private Seed() {}

  /// The seed of this run, for code that wants a seed.
  public static long ofRun() {
    return OF_RUN;
  }

  /// The random numbers of this run. Every call returns the same sequence from its start, so a test
  /// does not depend on the tests before it.
  public static Random random() {
    return new Random(OF_RUN);
  }

  /// Seeds that differ from each other and in every run.
  public static LongStream several(int count) {
    return random().longs(count);
  }

  /// [#several] for parameters of a test.
  public static LongStream three() {
    return several(3);
  }

  /// The same random numbers in every run.
  ///
  /// @param number which of all sequences
  public static Random fixed(long number) {
    return new Random(number);
  }
}
