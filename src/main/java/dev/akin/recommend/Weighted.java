package dev.akin.recommend;

/// An example and how much it counts.
///
/// @param weight above 0, beside those of the other examples of its kind
public record Weighted(Example example, double weight) {
  /// @throws IllegalArgumentException if `weight` is not a positive number
  public Weighted {
    if (!(weight > 0) || !Double.isFinite(weight)) {
      throw new IllegalArgumentException("weight must be above 0, not " + weight);
    }
  }

  /// An example that counts as much as any other.
  public static Weighted of(Example example) {
    return new Weighted(example, 1);
  }
}
