package dev.akin.report.judge;

import dev.akin.paper.Paper;
import java.util.List;

/// A paper with akin's list of related papers and the other one.
record ListPair(Paper paper, List<Paper> akin, List<Paper> other) {
  ListPair {
    akin = List.copyOf(akin);
    other = List.copyOf(other);
  }

  /// Whether both lists have the same papers in the same order.
  boolean isIdentical() {
    return akin.stream().map(Paper::id).toList().equals(other.stream().map(Paper::id).toList());
  }
}
