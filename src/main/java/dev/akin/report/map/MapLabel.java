package dev.akin.report.map;

import java.util.List;

/// The label of a topic in a picture.
///
/// @param topic its place
/// @param lines of its text
/// @param x its middle
/// @param y its middle, downwards
/// @param size of its letters
/// @param width of its longest line
record MapLabel(int topic, List<String> lines, double x, double y, double size, double width) {
  /// From one base line to the next, in sizes.
  static final double LEADING = 1.12;

  /// Text longer than this is broken into two lines.
  private static final int LONG = 16;

  /// A label of one line, or of two if it is long: parted where that leaves the shorter longest
  /// line.
  static List<String> lines(String label) {
    int best = -1;
    for (int i = label.indexOf(' '); i > 0; i = label.indexOf(' ', i + 1)) {
      if (best < 0 || longest(label, i) < longest(label, best)) {
        best = i;
      }
    }
    return label.length() <= LONG || best < 0
        ? List.of(label)
        : List.of(label.substring(0, best), label.substring(best + 1));
  }

  private static int longest(String label, int cut) {
    return Math.max(cut, label.length() - cut - 1);
  }

  double height() {
    return lines.size() * size * LEADING;
  }

  /// The base line of a line of the label.
  double baseline(int line) {
    return y - height() / 2 + size * (0.84 + line * LEADING);
  }

  MapLabel moved(double down) {
    return new MapLabel(topic, lines, x, y + down, size, width);
  }

  /// Whether two labels would touch.
  boolean touches(MapLabel other) {
    double gap = size * 0.25;
    return Math.abs(x - other.x) < (width + other.width) / 2 + gap
        && Math.abs(y - other.y) < (height() + other.height()) / 2 + gap / 2;
  }

  /// Whether all of it is within a square from 0.
  boolean within(double side) {
    return x - width / 2 >= 0
        && x + width / 2 <= side
        && y - height() / 2 >= 0
        && y + height() / 2 <= side;
  }

  /// The same moved sideways until it is within a square from 0.
  MapLabel inside(double side) {
    double least = width / 2;
    double middle = least > side - least ? side / 2 : Math.clamp(x, least, side - least);
    return new MapLabel(topic, lines, middle, y, size, width);
  }
}
