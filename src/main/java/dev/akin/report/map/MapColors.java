package dev.akin.report.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The colors of topics: all hues evenly, in three lightnesses when there are many. Topics are
/// colored one after the other, the largest first, each in the color that differs most from those
/// of the topics near it on the map.
final class MapColors {
  /// The color of papers in no topic.
  static final MapColor NONE = new MapColor(new Oklch(0.70, 0.005, 200));

  private static final int ONE_RING = 10;
  private static final int MAX_TOPICS = 84;

  /// Lightness and chroma.
  private static final double[][] RINGS = {{0.62, 0.16}, {0.74, 0.14}, {0.51, 0.14}};

  private MapColors() {}

  /// A color for each topic, by place.
  static List<MapColor> of(List<MapAnchor> anchors) {
    List<MapColor> palette = palette(Math.clamp(anchors.size(), 1, MAX_TOPICS));
    int[] left = new int[palette.size()];
    Arrays.fill(left, (anchors.size() + palette.size() - 1) / palette.size());
    List<MapColor> colors = new ArrayList<>();
    for (MapAnchor anchor : anchors) {
      int best = -1;
      double most = -1;
      for (int i = 0; i < palette.size(); i++) {
        double contrast = left[i] == 0 ? -1 : contrast(palette.get(i), anchor, anchors, colors);
        if (contrast > most) {
          most = contrast;
          best = i;
        }
      }
      left[best]--;
      colors.add(palette.get(best));
    }
    return colors;
  }

  /// How well a color tells a topic from those that have theirs: little where a similar color is
  /// near.
  private static double contrast(
      MapColor color, MapAnchor anchor, List<MapAnchor> anchors, List<MapColor> colors) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < colors.size(); i++) {
      double difference = 0.01 + color.hue().distance(colors.get(i).hue());
      least = Math.min(least, difference * (0.1 + anchor.distance(anchors.get(i))));
    }
    return least;
  }

  /// `count` different colors.
  static List<MapColor> palette(int count) {
    int rings = count <= ONE_RING ? 1 : RINGS.length;
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
