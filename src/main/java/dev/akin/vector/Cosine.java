package dev.akin.vector;

/// Cosines and products of vectors in double precision, always added up in the same order, so that
/// a score that decides an order is the same on every machine.
public final class Cosine {
  private Cosine() {}

  /// The cosine of two unit vectors.
  ///
  /// @return -1 to 1; what rounding adds beyond is cut
  /// @throws IllegalArgumentException if they are not of one length
  public static double of(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "vectors of " + a.length + " and " + b.length + " coordinates");
    }
    return Math.clamp(dot(a, b), -1.0, 1.0);
  }

  /// The sum of the products of coordinates, at least as many in `b` as in `a`.
  ///
  /// Four sums, element i in sum i mod 4, added up at the end; the products of floats are exact.
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
