package dev.akin.recommend.query;

/// An example and how much it counts.
///
/// @param weight above 0 up to [#MAX_WEIGHT], beside those of the other examples of its kind
public record Weighted(Example example, double weight) {
  /// The largest weight.
  public static final double MAX_WEIGHT = 1e6;

  /// @throws IllegalArgumentException if `weight` is not a positive number
  public Weighted {
    if (!(weight > 0 && weight <= MAX_WEIGHT)) {
      throw new IllegalArgumentException("weight must be above 0 up to 1000000, not " + weight);
    }
  }

  /// An example that counts as much as any other.
  public static Weighted of(Example example) {
    return new Weighted(example, 1);
  }
}
