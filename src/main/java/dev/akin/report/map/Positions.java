package dev.akin.report.map;

/// The places of papers on the map: x to the right and y downwards, both 0 to 1. Papers without
/// text have no place.
///
/// @hidden public for its own room only
public final class Positions {
  private final double[] x;
  private final double[] y;

  /// @param x by row, NaN for a paper without a place; not copied
  /// @param y by row, like `x`
  public Positions(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /// Whether a paper has a place.
  public boolean has(int row) {
    return !Double.isNaN(x[row]);
  }

  public double x(int row) {
    return x[row];
  }

  public double y(int row) {
    return y[row];
  }

  /// The square of the distance of two papers.
  double squareDistance(int row, int other) {
    double dx = x[row] - x[other];
    double dy = y[row] - y[other];
    return dx * dx + dy * dy;
  }
}
