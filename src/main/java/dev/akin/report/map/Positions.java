package dev.akin.report.map;

/// Where papers are on the map: within a square from 0 to 1, x to the right and y downwards. Papers
/// without a text are nowhere.
///
/// @hidden public for its own room only
public final class Positions {
  private final double[] x;
  private final double[] y;

  /// Takes over two arrays.
  ///
  /// @param x by row, not a number for a paper that is nowhere
  /// @param y as `x`
  public Positions(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  public boolean has(int row) {
    return !Double.isNaN(x[row]);
  }

  public double x(int row) {
    return x[row];
  }

  public double y(int row) {
    return y[row];
  }

  double squareDistance(int row, int other) {
    double dx = x[row] - x[other];
    double dy = y[row] - y[other];
    return dx * dx + dy * dy;
  }
}
