package dev.akin.report.topic;

import java.util.Arrays;
import java.util.List;

/// The topics of a corpus.
///
/// @hidden public for its own room only
public final class Topics {
  private final List<Topic> list;
  private final int[] places;
  private final double resolution;

  /// @param rows of the corpus
  public Topics(List<Topic> list, int rows) {
    this(list, rows, 1);
  }

  /// @param rows of the corpus
  /// @param resolution with which they were found
  public Topics(List<Topic> list, int rows, double resolution) {
    this.list = List.copyOf(list);
    this.resolution = resolution;
    this.places = new int[rows];
    Arrays.fill(places, -1);
    for (int place = 0; place < list.size(); place++) {
      for (int row : list.get(place).papers()) {
        places[row] = place;
      }
    }
  }

  /// The topics, the largest first, those of one size in the order of their ids.
  public List<Topic> list() {
    return list;
  }

  /// The place in [#list] of a paper's topic; -1 if it is in none.
  public int of(int row) {
    return places[row];
  }

  /// How many papers are in no topic.
  public int outside() {
    return (int) Arrays.stream(places).filter(place -> place < 0).count();
  }

  /// With which resolution they were found.
  public double resolution() {
    return resolution;
  }
}
