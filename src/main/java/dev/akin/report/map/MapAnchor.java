package dev.akin.report.map;

/// The place of a topic on the map: the middle of the area in which most of its papers are.
///
/// @param x 0 to 1, to the right
/// @param y 0 to 1, downwards
/// @param points number of its papers on the map
record MapAnchor(double x, double y, int points) {
  /// The number of columns and of lines of cells that papers are counted in.
  private static final int CELLS = 32;

  /// @param rows the rows of a topic's papers
  static MapAnchor of(Iterable<Integer> rows, Positions positions) {
    int[][] counts = new int[CELLS][CELLS];
    int points = 0;
    for (int row : rows) {
      if (positions.has(row)) {
        counts[cell(positions.x(row))][cell(positions.y(row))]++;
        points++;
      }
    }
    int column = 0;
    int line = 0;
    int max = -1;
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        int around = around(counts, i, j);
        if (around > max) {
          max = around;
          column = i;
          line = j;
        }
      }
    }
    return middle(rows, positions, column, line, points);
  }

  private static MapAnchor middle(
      Iterable<Integer> rows, Positions positions, int column, int line, int points) {
    double x = 0;
    double y = 0;
    int near = 0;
    for (int row : rows) {
      if (positions.has(row)
          && Math.abs(cell(positions.x(row)) - column) <= 1
          && Math.abs(cell(positions.y(row)) - line) <= 1) {
        x += positions.x(row);
        y += positions.y(row);
        near++;
      }
    }
    return near == 0 ? new MapAnchor(0.5, 0.5, 0) : new MapAnchor(x / near, y / near, points);
  }

  private static int cell(double value) {
    return Math.clamp((int) (value * CELLS), 0, CELLS - 1);
  }

  private static int around(int[][] counts, int column, int line) {
    int sum = counts[column][line];
    for (int i = Math.max(0, column - 1); i <= Math.min(CELLS - 1, column + 1); i++) {
      for (int j = Math.max(0, line - 1); j <= Math.min(CELLS - 1, line + 1); j++) {
        sum += counts[i][j];
      }
    }
    return sum;
  }

  /// The distance on the map.
  double distance(MapAnchor other) {
    double right = x - other.x;
    double down = y - other.y;
    return StrictMath.sqrt(right * right + down * down);
  }
}
