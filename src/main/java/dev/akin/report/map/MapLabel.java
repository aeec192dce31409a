package dev.akin.report.map;

import java.util.List;

/// The label of a topic in a picture, in units of the sheet.
///
/// @param topic the topic's place
/// @param lines its text
/// @param x the middle of the label
/// @param y the middle of the label; y grows downwards
/// @param size the font size
/// @param width the width of its longest line
record MapLabel(int topic, List<String> lines, double x, double y, double size, double width) {
  /// The distance from one base line to the next, as a multiple of the font size.
  static final double LEADING = 1.12;

  /// A longer text is broken into two lines.
  private static final int MAX_LENGTH_OF_LINE = 16;

  /// A text as one line, or as two if it is long. It is broken at the space that makes the longer
  /// line shortest.
  static List<String> lines(String label) {
    int best = -1;
    for (int i = label.indexOf(' '); i > 0; i = label.indexOf(' ', i + 1)) {
      if (best < 0 || longest(label, i) < longest(label, best)) {
        best = i;
      }
    }
    return label.length() <= MAX_LENGTH_OF_LINE || best < 0
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

  /// The same label, moved down.
  MapLabel moved(double down) {
    return new MapLabel(topic, lines, x, y + down, size, width);
  }

  /// Whether two labels would touch.
  boolean touches(MapLabel other) {
    double gap = size * 0.25;
    return Math.abs(x - other.x) < (width + other.width) / 2 + gap
        && Math.abs(y - other.y) < (height() + other.height()) / 2 + gap / 2;
  }

  /// Whether the whole label is inside a square sheet.
  boolean within(double side) {
    return x - width / 2 >= 0
        && x + width / 2 <= side
        && y - height() / 2 >= 0
        && y + height() / 2 <= side;
  }

  /// The same label, moved sideways so that it is inside a square sheet.
  MapLabel inside(double side) {
    double min = width / 2;
    double middle = min > side - min ? side / 2 : Math.clamp(x, min, side - min);
    return new MapLabel(topic, lines, middle, y, size, width);
  }
}
