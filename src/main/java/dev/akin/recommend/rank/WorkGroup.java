package dev.akin.recommend.rank;

import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.List;

/// One work of an answer: its best candidate is shown.
///
/// @param versions the other candidates of the work, best first; grows while they are folded
///
/// @hidden public for its own room only
public record WorkGroup(Candidate candidate, List<PaperId> versions) {
  static WorkGroup of(Candidate candidate) {
    return new WorkGroup(candidate, new ArrayList<>());
  }

  /// The number of the paper that is shown.
  public int number() {
    return candidate.paper();
  }
}
