package dev.akin.vector;

/// Cosines and dot products in double precision. The terms are always added in the same order, so
/// that a score that decides an order is the same on every machine.
public final class Cosine {
  /// A dot product of two unit vectors in single precision, in whatever order its terms are added,
  /// differs from their cosine by less than this.
  public static final float FLOAT_ERROR = 1e-4f;

  private Cosine() {}

  /// The cosine of two unit vectors.
  ///
  /// @return -1 to 1; rounding never leads out of this range
  /// @throws IllegalArgumentException if they have different numbers of coordinates
  public static double of(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "vectors of " + a.length + " and " + b.length + " coordinates");
    }
    return Math.clamp(dot(a, b), -1.0, 1.0);
  }

  /// The sum of the products of coordinates.
  ///
  /// There are four partial sums: coordinate i goes into sum i mod 4, and the sums are added at the
  /// end. A product of two floats is exact.
  ///
  /// @param b at least as many coordinates as `a` has
  public static double dot(float[] a, float[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += (double) a[i] * b[i];
      s1 += (double) a[i + 1] * b[i + 1];
      s2 += (double) a[i + 2] * b[i + 2];
      s3 += (double) a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += (double) a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
