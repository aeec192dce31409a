package dev.akin.evaluate;

import java.util.List;

/// How relevant the papers of one ranking are.
///
/// @param grades of the ranked papers, best first; 0 for one that nobody judged
/// @param judged the grades of all papers that could have been ranked and are known to be relevant
///   or not: the pool's, or all judged ones; in no order
/// @param relevantFrom the lowest grade that counts as relevant where grades do not count, at least
///   1
record GradedRanking(List<Integer> grades, List<Integer> judged, int relevantFrom) {
  GradedRanking {
    grades = List.copyOf(grades);
    judged = List.copyOf(judged);
  }

  /// Papers that should have been found.
  int relevant() {
    return relevant(judged);
  }

  /// Those found among the first `count`.
  int relevant(int count) {
    return relevant(grades.subList(0, Math.min(count, grades.size())));
  }

  private int relevant(List<Integer> some) {
    return Math.toIntExact(some.stream().filter(grade -> grade >= relevantFrom).count());
  }
}
