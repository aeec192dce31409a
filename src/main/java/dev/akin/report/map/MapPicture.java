package dev.akin.report.map;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The map on a square sheet of 1000 by 1000 units: the places of its points and labels. Large
/// topics are labeled first. A label that would touch another is moved up or down a little, or left
/// out.
final class MapPicture {
  /// The side of the sheet.
  static final double SIDE = 1000;

  private static final double MARGIN = 36;
  private static final double MIN_FONT_SIZE = 11;
  private static final double MAX_FONT_SIZE = 20;

  /// The width of bold letters, as a multiple of the measured letters.
  private static final double BOLD = 1.08;

  /// How far a label is moved down to find a free place, as multiples of the font size.
  private static final double[] MOVES = {0, -0.6, 0.6, -1.2, 1.2, -1.8, 1.8};

  private final MapPlan plan;

  MapPicture(MapPlan plan) {
    this.plan = plan;
  }

  MapPlan plan() {
    return plan;
  }

  double x(int row) {
    return onSheet(plan.positions().x(row));
  }

  double y(int row) {
    return onSheet(plan.positions().y(row));
  }

  private static double onSheet(double value) {
    return MARGIN + value * (SIDE - 2 * MARGIN);
  }

  /// The radius of a point; it gets smaller with the number of points.
  double radius() {
    return Math.clamp(0.28 * SIDE / StrictMath.sqrt(Math.max(1, plan.rows().length)), 0.9, 7.0);
  }

  /// The rows of a topic's papers that are on the map.
  ///
  /// @param place the topic's place; -1 for the papers in no topic
  IntStream rows(int place) {
    return IntStream.of(plan.rows()).filter(row -> plan.topic(row) == place);
  }

  List<MapLabel> labels(Lettering letters) {
    List<MapLabel> placed = new ArrayList<>();
    int max = IntStream.range(0, plan.topics().size()).map(this::points).max().orElse(0);
    for (int place = 0; place < plan.topics().size(); place++) {
      if (points(place) > 0) {
        double share = StrictMath.sqrt(points(place) / (double) max);
        MapLabel label =
            label(place, MIN_FONT_SIZE + (MAX_FONT_SIZE - MIN_FONT_SIZE) * share, letters);
        add(label, placed);
      }
    }
    return placed;
  }

  /// The caption. It says how many topics have no label for want of room.
  String caption(List<MapLabel> labels) {
    long left =
        IntStream.range(0, plan.topics().size()).filter(place -> points(place) > 0).count()
            - labels.size();
    return plan.caption() + (left == 0 ? "" : "; " + left + " of them without a name here");
  }

  private int points(int place) {
    return plan.anchor(place).points();
  }

  private MapLabel label(int place, double size, Lettering letters) {
    List<String> lines = MapLabel.lines(plan.topics().get(place).label());
    double width =
        BOLD * lines.stream().mapToDouble(line -> letters.width(line, size)).max().orElse(0);
    MapAnchor anchor = plan.anchor(place);
    return new MapLabel(place, lines, onSheet(anchor.x()), onSheet(anchor.y()), size, width)
        .inside(SIDE);
  }

  private static void add(MapLabel label, List<MapLabel> placed) {
    for (double move : MOVES) {
      MapLabel moved = label.moved(move * label.size());
      if (moved.within(SIDE) && placed.stream().noneMatch(moved::touches)) {
        placed.add(moved);
        return;
      }
    }
  }
}
