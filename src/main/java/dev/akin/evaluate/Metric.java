package dev.akin.evaluate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// A metric with the name that tables and JSON give it.
///
/// @param name such as `ndcg@10`
/// @param function its value for one ranking, 0 to 1
public record Metric(String name, ToDoubleFunction<GradedRanking> function) {
  /// CSFCube's metrics, for whole pools that are ranked.
  static final List<Metric> OF_POOLS =
      List.of(
          new Metric("map", Metrics::averagePrecision),
          new Metric("ndcg%20", ranking -> Metrics.csfcubeNdcg(ranking, 20)));

  /// For a search of the corpus; `map` and `mrr` use all papers that a system returns.
  static final List<Metric> OF_SEARCH =
      List.of(
          new Metric("ndcg@10", ranking -> Metrics.ndcg(ranking, 10)),
          new Metric("recall@10", ranking -> Metrics.recall(ranking, 10)),
          new Metric("recall@100", ranking -> Metrics.recall(ranking, 100)),
          new Metric("map", Metrics::averagePrecision),
          new Metric("mrr", Metrics::reciprocalRank));

  /// For the search for one paper.
  static final List<Metric> OF_KNOWN_ITEMS =
      List.of(
          new Metric("first", ranking -> Metrics.recall(ranking, 1)),
          new Metric("recall@10", ranking -> Metrics.recall(ranking, 10)),
          new Metric("mrr", Metrics::reciprocalRank));

  /// For the search for a person's papers.
  static final List<Metric> OF_KNOWN_PERSONS =
      List.of(new Metric("first5", ranking -> Metrics.found(ranking, 5)));
}
