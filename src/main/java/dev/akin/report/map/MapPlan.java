package dev.akin.report.map;

import dev.akin.base.Printable;
import dev.akin.report.data.PaperOrder;
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

  /// How many papers the corpus has, if the map is of a sample; else 0.
  private final int sampledFrom;

  private final int papers;
  private final int[] rows;
  private final List<MapAnchor> anchors;
  private final List<MapColor> colors;

  private MapPlan(int rows, Topics topics, Positions positions, int sampledFrom) {
    this.topics = topics;
    this.positions = positions;
    this.sampledFrom = sampledFrom;
    this.rows = IntStream.range(0, rows).filter(positions::has).toArray();
    this.papers = sampledFrom > 0 ? this.rows.length : rows;
    this.anchors =
        topics.list().stream().map(topic -> MapAnchor.of(topic.papers(), positions)).toList();
    this.colors = MapColors.of(anchors);
  }

  /// A map of all papers.
  ///
  /// @param papers number of papers in the corpus
  public MapPlan(int papers, Topics topics, Positions positions) {
    this(papers, topics, positions, 0);
  }

  /// A map of a sample of the papers: those that have a place.
  ///
  /// @param papers number of papers in the corpus
  public static MapPlan ofSample(int papers, Topics topics, Positions positions) {
    return new MapPlan(papers, topics, positions, papers);
  }

  /// How many papers the map is of, with those that have no place because they have no text.
  int papers() {
    return papers;
  }

  /// The rows of the papers on the map.
  int[] rows() {
    return rows;
  }

  /// The numbers of all papers; those on the map come first.
  ///
  /// @param size number of papers in the corpus
  public PaperOrder order(int size) {
    return PaperOrder.of(size, rows);
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
    return (sampledFrom > 0 ? Printable.count(rows.length) + " of " : "")
        + Printable.count(sampledFrom > 0 ? sampledFrom : rows.length, "paper")
        + " in "
        + Printable.count(topics.subjects().size(), "topic");
  }
}
