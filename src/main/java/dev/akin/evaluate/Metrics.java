package dev.akin.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Metrics of one ranking, each from 0 to 1; 0 where nothing is relevant.
final class Metrics {
  private Metrics() {}

  /// Average precision (Buckley and Voorhees, SIGIR 2000): the precision at the rank of each
  /// relevant paper, 0 for one that was not found, averaged over all relevant papers.
  static double averagePrecision(GradedRanking ranking) {
    double sum = 0;
    int found = 0;
    for (int rank = 1; rank <= ranking.grades().size(); rank++) {
      if (ranking.grades().get(rank - 1) >= ranking.relevantFrom()) {
        found++;
        sum += found / (double) rank;
      }
    }
    return share(sum, ranking.relevant());
  }

  /// The reciprocal rank of the first relevant paper (Voorhees, TREC-8, 1999).
  static double reciprocalRank(GradedRanking ranking) {
    return IntStream.rangeClosed(1, ranking.grades().size())
        .filter(rank -> ranking.grades().get(rank - 1) >= ranking.relevantFrom())
        .mapToDouble(rank -> 1.0 / rank)
        .findFirst()
        .orElse(0);
  }

  /// The share of the relevant papers that is among the first `count`.
  static double recall(GradedRanking ranking, int count) {
    return share(ranking.relevant(count), ranking.relevant());
  }

  /// The share of relevant papers among the first `count`; if there are fewer relevant papers, of
  /// as many as there are. So it is 1 only if all of them are found, and nothing before them.
  static double found(GradedRanking ranking, int count) {
    return share(ranking.relevant(count), Math.min(count, ranking.relevant()));
  }

  /// Normalized discounted cumulative gain of the first `count` papers (Järvelin and Kekäläinen,
  /// TOIS 2002) as trec_eval has it: a paper at rank i gains its grade / log2(i + 1).
  static double ndcg(GradedRanking ranking, int count) {
    return ndcg(ranking, count, rank -> log2(rank + 1));
  }

  /// The same as CSFCube has it (Mysore, O'Gorman, McCallum and Zamani, NeurIPS Datasets 2021): of
  /// the first `percent` of the pool, at least one paper, and a paper at rank i gains its grade /
  /// log2(i), but at rank 1 its grade.
  static double csfcubeNdcg(GradedRanking ranking, int percent) {
    int count = Math.max(1, ranking.judged().size() * percent / 100);
    return ndcg(ranking, count, rank -> Math.max(1, log2(rank)));
  }

  private static double ndcg(GradedRanking ranking, int count, IntToDoubleFunction discount) {
    List<Integer> ideal = ranking.judged().stream().sorted(Comparator.reverseOrder()).toList();
    return share(gain(ranking.grades(), count, discount), gain(ideal, count, discount));
  }

  private static double gain(List<Integer> grades, int count, IntToDoubleFunction discount) {
    double gain = 0;
    for (int rank = 1; rank <= Math.min(count, grades.size()); rank++) {
      gain += grades.get(rank - 1) / discount.applyAsDouble(rank);
    }
    return gain;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
