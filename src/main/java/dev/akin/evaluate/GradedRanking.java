package dev.akin.evaluate;

import java.util.List;

/// How relevant the papers of one ranking are.
///
/// @param grades of the ranked papers, best first; 0 for a paper without judgment
/// @param judged the grades of all papers that could have been ranked and have a judgment, in no
///   order
/// @param relevantFrom the lowest grade that is relevant for metrics without grades, at least 1
record GradedRanking(List<Integer> grades, List<Integer> judged, int relevantFrom) {
  GradedRanking {
    grades = List.copyOf(grades);
    judged = List.copyOf(judged);
  }

  /// The number of papers that should have been found.
  int relevant() {
    return relevant(judged);
  }

  /// The number of relevant papers among the first `count`.
  int relevant(int count) {
    return relevant(grades.subList(0, Math.min(count, grades.size())));
  }

  private int relevant(List<Integer> some) {
    return Math.toIntExact(some.stream().filter(grade -> grade >= relevantFrom).count());
  }
}
