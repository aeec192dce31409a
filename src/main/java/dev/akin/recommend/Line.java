package dev.akin.recommend;

import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.List;

/// A line of an answer: one work, shown by the best of its candidates.
///
/// @param versions the other candidates of the work, best first; grows while they are folded
record Line(Candidate candidate, List<PaperId> versions) {
  static Line of(Candidate candidate) {
    return new Line(candidate, new ArrayList<>());
  }

  /// The number of the paper that is shown.
  int number() {
    return candidate.paper();
  }
}
