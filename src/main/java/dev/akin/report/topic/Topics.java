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

  /// @param rows number of papers in the corpus
  public Topics(List<Topic> list, int rows) {
    this(list, rows, 1);
  }

  /// @param rows number of papers in the corpus
  /// @param resolution the resolution with which they were found
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

  /// The topics, largest first, equally large ones in the order of their ids; topics of languages
  /// last.
  public List<Topic> list() {
    return list;
  }

  /// The topics whose papers have a subject in common: all but those of languages.
  public List<Topic> subjects() {
    return list.stream().filter(topic -> topic.language() == null).toList();
  }

  /// The place of a paper's topic in [#list]; -1 if the paper is in none.
  public int of(int row) {
    return places[row];
  }

  /// The number of papers in no topic.
  public int outside() {
    return (int) Arrays.stream(places).filter(place -> place < 0).count();
  }

  /// The resolution with which they were found.
  public double resolution() {
    return resolution;
  }
}
