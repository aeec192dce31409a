package dev.akin.vector;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Chooses the neighbors among the candidates by their cosines in double precision. Safe for use by
/// many threads if each settles other vectors.
final class ExactNeighbors {
  /// The greatest relative error of one rounding: half of the distance from 1 to the next float.
  private static final double ROUNDING = 0x1p-24;

  private final DistinctRows distinct;
  private final Candidates candidates;
  private final int count;
  private final NeighborLists.Filling lists;

  private record Found(int vector, double cosine) {}

  private static final Comparator<Found> NEAREST_FIRST =
      Comparator.comparingDouble(Found::cosine).reversed().thenComparingInt(Found::vector);

  ExactNeighbors(DistinctRows distinct, Candidates candidates, int count) {
    this.distinct = distinct;
    this.candidates = candidates;
    this.count = count;
    this.lists =
        new NeighborLists.Filling(
            distinct.rows(), Math.min(count, Math.max(0, distinct.rows() - 1)));
  }

  /// Finds the neighbors of all rows that have this vector.
  ///
  /// @param vector its index among the distinct vectors
  void settle(int vector) {
    List<Found> nearest = nearest(vector, Arrays.stream(candidates.of(vector)));
    if (mayMiss(vector, nearest)) {
      nearest = nearest(vector, IntStream.range(0, distinct.vectors().length));
    }
    Found self =
        new Found(vector, Cosine.of(distinct.vectors()[vector], distinct.vectors()[vector]));
    for (int row : distinct.members(vector)) {
      List<Found> all = Stream.concat(Stream.of(self), nearest.stream()).toList();
      choose(row, all);
    }
  }

  private List<Found> nearest(int vector, IntStream among) {
    float[] own = distinct.vectors()[vector];
    PriorityQueue<Found> nearest = new PriorityQueue<>(NEAREST_FIRST.reversed());
    among
        .filter(other -> other != vector)
        .forEach(
            other -> {
              double cosine = Cosine.of(own, distinct.vectors()[other]);
              Found worst = nearest.peek();
              if (nearest.size() < count || worst == null || cosine >= worst.cosine()) {
                nearest.add(new Found(other, cosine));
                if (nearest.size() > count) {
                  nearest.remove();
                }
              }
            });
    return nearest.stream().sorted(NEAREST_FIRST).toList();
  }

  /// Whether a vector that is not a candidate may be nearer than the last of `nearest`. The sum of
  /// d products, each rounded once, is wrong by at most d roundings times the product of the
  /// lengths.
  private boolean mayMiss(int vector, List<Found> nearest) {
    float floor = candidates.floor(vector);
    double error = distinct.vectors()[vector].length * ROUNDING * 1.01;
    return floor > Float.NEGATIVE_INFINITY
        && candidates.of(vector).length < distinct.vectors().length - 1
        && nearest.getLast().cosine() <= floor + error;
  }

  /// Chooses the neighbors of one row. Rows with the same vector are equally near, so at most
  /// `count` of them are looked at.
  private void choose(int row, List<Found> near) {
    record Neighbor(int row, double cosine) {}
    near.stream()
        .flatMap(
            found ->
                Arrays.stream(distinct.members(found.vector()))
                    .filter(member -> member != row)
                    .limit(count)
                    .mapToObj(member -> new Neighbor(member, found.cosine())))
        .sorted(
            Comparator.comparingDouble(Neighbor::cosine).reversed().thenComparingInt(Neighbor::row))
        .limit(count)
        .forEachOrdered(neighbor -> lists.add(row, neighbor.row(), neighbor.cosine()));
  }

  NeighborLists lists() {
    return lists.lists();
  }
}
