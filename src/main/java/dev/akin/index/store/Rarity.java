package dev.akin.index.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How rare a cosine is, between two papers of an index or a phrase and a paper: minus log10 of the
/// share of random pairs with at least this cosine. 2 is one pair in a hundred, 4 is one pair in
/// ten thousand. Rarities can be compared only within one index.
///
/// Up to one pair in a hundred, the rarity is read from a sample of pairs. Above, where the sample
/// has few pairs, the excesses of artanh(cosine) over a threshold are assumed to be exponentially
/// distributed (peaks over a threshold: Pickands, Annals of Statistics, 1975, with shape 0; artanh,
/// Fisher's z, because a cosine cannot exceed 1). For 54,159 abstracts and a sample of 100,000
/// pairs, the error was below 0.1 up to one pair in 100,000. Immutable.
public final class Rarity {
  /// The greatest value; above it, the fit says nothing.
  static final double MAX = 10;

  private static final int STEPS = 40;
  private static final double TAIL = 2;
  private static final double MAX_COSINE = 1 - 1e-9;
  private static final double MIN_EXCESS = 1e-3;

  /// The cosines at rarities from 0 to [#TAIL], in equal steps.
  private final double[] cosines;

  /// The mean excess of artanh(cosine) over its value at [#TAIL].
  private final double meanExcess;

  private Rarity(double[] cosines, double meanExcess) {
    this.cosines = cosines;
    this.meanExcess = meanExcess;
  }

  /// The rarities that a sample of random pairs shows.
  ///
  /// @param sample the cosines of the pairs, at least one
  public static Rarity of(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double[] cosines = new double[STEPS + 1];
    for (int step = 0; step <= STEPS; step++) {
      double share = 1 - Math.pow(10, -TAIL * step / STEPS);
      cosines[step] = sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
    }
    double tail = z(cosines[STEPS]);
    double excess =
        Arrays.stream(sorted)
            .map(Rarity::z)
            .filter(z -> z > tail)
            .map(z -> z - tail)
            .average()
            .orElse(0);
    return new Rarity(cosines, Math.max(MIN_EXCESS, excess));
  }

  private static double z(double cosine) {
    double bounded = Math.clamp(cosine, -MAX_COSINE, MAX_COSINE);
    return Math.log((1 + bounded) / (1 - bounded)) / 2;
  }

  /// The rarity of a cosine.
  ///
  /// @return 0 to [#MAX]
  public double of(double cosine) {
    double tail = cosines[STEPS];
    if (cosine >= tail) {
      double beyond = (z(cosine) - z(tail)) / meanExcess / Math.log(10);
      return Math.min(MAX, TAIL + beyond);
    }
    if (cosine <= cosines[0]) {
      return 0;
    }
    int step = 1;
    while (cosines[step] <= cosine) {
      step++;
    }
    double from = cosines[step - 1];
    return TAIL / STEPS * (step - 1 + (cosine - from) / (cosines[step] - from));
  }

  /// The lowest cosine that is at least this rare.
  ///
  /// @param rarity 0 to [#MAX]
  public double cosineAt(double rarity) {
    if (rarity >= TAIL) {
      return Math.tanh(z(cosines[STEPS]) + (rarity - TAIL) * Math.log(10) * meanExcess);
    }
    double steps = rarity / TAIL * STEPS;
    int step = (int) steps;
    return cosines[step] + (steps - step) * (cosines[step + 1] - cosines[step]);
  }

  /// The form that [#parse] reads: the cosines and the mean excess, separated by spaces.
  String toText() {
    String steps =
        Arrays.stream(cosines)
            .mapToObj(cosine -> String.format(Locale.ROOT, "%.5f", cosine))
            .collect(Collectors.joining(" "));
    return steps + String.format(Locale.ROOT, " %.6f", meanExcess);
  }

  /// Reads what [#toText] returns.
  ///
  /// @throws IllegalArgumentException if `text` does not have that form
  static Rarity parse(String text) {
    double[] numbers =
        Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    if (numbers.length != STEPS + 2) {
      throw new IllegalArgumentException(
          "a rarity has %d numbers, not %d".formatted(STEPS + 2, numbers.length));
    }
    return new Rarity(Arrays.copyOf(numbers, STEPS + 1), numbers[STEPS + 1]);
  }
}
