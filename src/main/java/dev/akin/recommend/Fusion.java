package dev.akin.recommend;

import dev.akin.index.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts two rankings together by reciprocal ranks: a paper at rank r of a list gets 1 / (60 + r)
/// for it (Cormack, Clarke and Büttcher, SIGIR 2009).
final class Fusion {
  private static final double RANK_OFFSET = 60;

  private Fusion() {}

  /// Every paper of either list with the sum of what it got; in no order.
  static List<Hit> reciprocalRanks(List<Hit> first, List<Hit> second) {
    Map<Integer, Double> scores = new LinkedHashMap<>();
    for (List<Hit> ranking : List.of(first, second)) {
      for (int rank = 1; rank <= ranking.size(); rank++) {
        scores.merge(ranking.get(rank - 1).paper(), 1 / (RANK_OFFSET + rank), Double::sum);
      }
    }
    List<Hit> fused = new ArrayList<>();
    scores.forEach((paper, score) -> fused.add(new Hit(paper, score)));
    return fused;
  }
}
