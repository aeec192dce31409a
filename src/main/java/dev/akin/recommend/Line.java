package dev.akin.recommend;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.List;

/// A line of an answer: one work, shown by the best of its candidates.
///
/// @param versions the other candidates of the work, best first; grows while they are folded
record Line(Candidate candidate, Paper paper, List<PaperId> versions) {
  static Line of(Candidate candidate, Paper paper) {
    return new Line(candidate, paper, new ArrayList<>());
  }
}
