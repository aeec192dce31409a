package dev.akin.report.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The colors of topics: evenly spaced hues, in three lightnesses if there are many topics. Topics
/// are colored one after the other, largest first. Each gets the color that differs most from the
/// colors of the topics near it on the map.
final class MapColors {
  /// The color of papers in no topic.
  static final MapColor NONE = new MapColor(new Oklch(0.70, 0.005, 200));

  /// More colors than this have several lightnesses.
  private static final int MAX_IN_ONE_RING = 10;

  /// With more topics, several have the same color.
  private static final int MAX_COLORS = 84;

  /// Lightness and chroma of each ring of hues.
  private static final double[][] RINGS = {{0.62, 0.16}, {0.74, 0.14}, {0.51, 0.14}};

  private MapColors() {}

  /// A color for each topic, in the order of the topics.
  static List<MapColor> of(List<MapAnchor> anchors) {
    List<MapColor> palette = palette(Math.clamp(anchors.size(), 1, MAX_COLORS));
    int[] left = new int[palette.size()];
    Arrays.fill(left, (anchors.size() + palette.size() - 1) / palette.size());
    List<MapColor> colors = new ArrayList<>();
    for (MapAnchor anchor : anchors) {
      int best = -1;
      double max = -1;
      for (int i = 0; i < palette.size(); i++) {
        double contrast = left[i] == 0 ? -1 : contrast(palette.get(i), anchor, anchors, colors);
        if (contrast > max) {
          max = contrast;
          best = i;
        }
      }
      left[best]--;
      colors.add(palette.get(best));
    }
    return colors;
  }

  /// How well a color distinguishes a topic from the topics that are already colored: low if a
  /// topic with a similar color is near.
  private static double contrast(
      MapColor color, MapAnchor anchor, List<MapAnchor> anchors, List<MapColor> colors) {
    double min = Double.MAX_VALUE;
    for (int i = 0; i < colors.size(); i++) {
      double difference = 0.01 + color.light().distance(colors.get(i).light());
      min = Math.min(min, difference * (0.1 + anchor.distance(anchors.get(i))));
    }
    return min;
  }

  /// `count` different colors.
  static List<MapColor> palette(int count) {
    int rings = count <= MAX_IN_ONE_RING ? 1 : RINGS.length;
    int hues = (count + rings - 1) / rings;
    List<MapColor> palette = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int ring = i % rings;
      int step = i / rings;
      double hue = 360.0 * (step + ring / (double) rings) / hues + 25;
      palette.add(new MapColor(new Oklch(RINGS[ring][0], RINGS[ring][1], hue % 360)));
    }
    return palette;
  }
}
