package dev.akin.recommend;

import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import java.util.List;

/// An example, looked up.
///
/// @param number of the paper in the snapshot; negative if the example is a text
/// @param paper its record; of a text, one that has nothing but the text
/// @param phrase whether it is a phrase that somebody searches for
/// @param weight above 0
/// @param embeddings by each of the index's models; none if there is no text, or if meaning is not
///   asked for
/// @param truncated whether the end of the text was cut off
record Resolved(
    int number,
    Paper paper,
    boolean phrase,
    double weight,
    List<Embedding> embeddings,
    boolean truncated) {
  boolean isPaper() {
    return number >= 0;
  }

  /// Its words.
  String text() {
    return (paper.title() + " " + paper.abstractText()).strip();
  }
}
