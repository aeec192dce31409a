package dev.akin.report.map;

import dev.akin.base.Printable;
import dev.akin.report.topic.Topic;
import dev.akin.report.topic.Topics;
import java.util.List;
import java.util.stream.IntStream;

/// What every form of the map draws: the papers that have a place, and a place and a color for each
/// topic.
///
/// @hidden public for its own room only
public final class MapPlan {
  private final Topics topics;
  private final Positions positions;
  private final int[] rows;
  private final List<MapAnchor> anchors;
  private final List<MapColor> colors;

  /// @param papers number of papers in the corpus
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

  /// The place of a paper's topic; -1 if the paper is in none.
  int topic(int row) {
    return topics.of(row);
  }

  MapAnchor anchor(int place) {
    return anchors.get(place);
  }

  /// The color of a topic.
  ///
  /// @param place the topic's place; -1 for papers in no topic
  MapColor color(int place) {
    return place < 0 ? MapColors.NONE : colors.get(place);
  }

  /// The caption of a picture.
  String caption() {
    return Printable.count(rows.length, "paper")
        + " in "
        + Printable.count(topics.list().size(), "topic");
  }
}
