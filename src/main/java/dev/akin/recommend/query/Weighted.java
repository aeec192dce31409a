package dev.akin.recommend.query;

/// An example and its weight.
///
/// @param weight above 0, up to [#MAX_WEIGHT], compared with the other positives or negatives
public record Weighted(Example example, double weight) {
  /// The largest weight.
  public static final double MAX_WEIGHT = 1e6;

  /// @throws IllegalArgumentException if `weight` is not a positive number
  public Weighted {
    if (!(weight > 0 && weight <= MAX_WEIGHT)) {
      throw new IllegalArgumentException("weight must be above 0 up to 1000000, not " + weight);
    }
  }

  /// An example of weight 1.
  public static Weighted of(Example example) {
    return new Weighted(example, 1);
  }
}
