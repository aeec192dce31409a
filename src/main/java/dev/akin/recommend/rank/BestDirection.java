package dev.akin.recommend.rank;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.Resolved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Several directions. A paper's score is its cosine with the best positive minus its cosine with
/// the best negative, each times the example's weight; the greatest weight counts as 1. Its cosine
/// is that with the best positive.
record BestDirection(Examples examples) implements QueryDirection {
  private static final int MAX_FOUND = 1_000;
  private static final int MIN_FOUND = 20;

  @Override
  public Map<Integer, Nearness> nearest(IndexSnapshot snapshot, int count, NearestOptions options) {
    // All positives together find about the same number, however many positives there are.
    int each = Math.clamp(MAX_FOUND / examples.positives().size(), MIN_FOUND, count);
    Set<Integer> found = new HashSet<>();
    for (Resolved positive : examples.positives()) {
      found.addAll(AverageDirection.of(positive).nearest(snapshot, each, options).keySet());
    }
    return nearness(snapshot, found.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public Map<Integer, Nearness> nearness(IndexSnapshot snapshot, int[] papers) {
    Map<Integer, Nearness> best = best(snapshot, examples.positives(), papers);
    best(snapshot, examples.negatives(), papers)
        .forEach(
            (paper, negative) ->
                best.computeIfPresent(
                    paper,
                    (same, positive) ->
                        new Nearness(
                            positive.cosine(),
                            positive.toExamples(),
                            positive.score() - negative.score())));
    return best;
  }

  private static Map<Integer, Nearness> best(
      IndexSnapshot snapshot, List<Resolved> examples, int[] papers) {
    double most = examples.stream().mapToDouble(Resolved::weight).max().orElse(1);
    Map<Integer, Nearness> best = new HashMap<>();
    for (Resolved example : examples) {
      AverageDirection.of(example)
          .nearness(snapshot, papers)
          .forEach(
              (paper, near) ->
                  best.merge(
                      paper,
                      new Nearness(
                          near.cosine(), near.cosine(), near.cosine() * example.weight() / most),
                      (one, other) -> one.score() >= other.score() ? one : other));
    }
    return best;
  }
}
