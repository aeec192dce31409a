package dev.akin.recommend;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A line of an answer: one work, shown by the best of its candidates.
///
/// @param record of the candidate, read when it is first asked for: few lines are shown
/// @param versions the other candidates of the work, best first; grows while they are folded
record Line(Candidate candidate, Supplier<Paper> record, List<PaperId> versions) {
  static Line of(Candidate candidate, Supplier<Paper> record) {
    return new Line(candidate, record, new ArrayList<>());
  }

  Paper paper() {
    return record.get();
  }
}
