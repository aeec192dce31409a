package dev.akin.report.map;

import dev.akin.report.topic.Topic;
import dev.akin.report.topic.Topics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What is drawn, whatever it is drawn with: the papers that are somewhere, and for each topic a
/// place and a color.
///
/// @hidden public for its own room only
public final class MapPlan {
  private final Topics topics;
  private final Positions positions;
  private final int[] rows;
  private final List<MapAnchor> anchors;
  private final List<MapColor> colors;

  /// @param papers rows of the corpus
  public MapPlan(int papers, Topics topics, Positions positions) {
    this.topics = topics;
    this.positions = positions;
    this.rows = IntStream.range(0, papers).filter(positions::has).toArray();
    this.anchors =
        topics.list().stream().map(topic -> MapAnchor.of(topic.papers(), positions)).toList();
    this.colors = MapColors.of(anchors);
  }

  /// The rows of the papers on the map.
  int[] rows() {
    return rows;
  }

  Positions positions() {
    return positions;
  }

  List<Topic> topics() {
    return topics.list();
  }

  /// The place of a paper's topic; -1 if it is in none.
  int topic(int row) {
    return topics.of(row);
  }

  MapAnchor anchor(int place) {
    return anchors.get(place);
  }

  /// The color of a topic.
  ///
  /// @param place -1 for papers in no topic
  MapColor color(int place) {
    return place < 0 ? MapColors.NONE : colors.get(place);
  }

  /// What stands below a picture of it.
  String caption() {
    int count = topics.list().size();
    return String.format(
        Locale.ROOT,
        "%,d %s in %,d %s",
        rows.length,
        rows.length == 1 ? "paper" : "papers",
        count,
        count == 1 ? "topic" : "topics");
  }
}
