package dev.akin.report;

import dev.akin.vector.NeighborLists;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// How well the map keeps neighborhoods: of the papers that are nearest to a paper by the model,
/// the share that is among the nearest on the map; the mean of up to [#SAMPLES] papers.
///
/// @param ofTen of the ten nearest, how many are among the ten nearest on the map, 0 to 1
/// @param ofHundred of the ten nearest, how many are among the hundred nearest on the map, 0 to 1
record KeptNeighbors(double ofTen, double ofHundred) {
  private static final int SAMPLES = 1_000;
  private static final int NEAREST = 10;
  private static final long SEED = 1;

  static KeptNeighbors on(Positions positions, NeighborLists lists) {
    int[] rows = IntStream.range(0, lists.size()).filter(row -> lists.count(row) > 0).toArray();
    int[] sample =
        rows.length <= SAMPLES
            ? rows
            : new Random(SEED).ints(SAMPLES, 0, rows.length).map(i -> rows[i]).toArray();
    double ofTen = 0;
    double ofHundred = 0;
    for (int row : sample) {
      ofTen += kept(positions, lists, rows, row, 10);
      ofHundred += kept(positions, lists, rows, row, 100);
    }
    int count = Math.max(1, sample.length);
    return new KeptNeighbors(ofTen / count, ofHundred / count);
  }

  private static double kept(
      Positions positions, NeighborLists lists, int[] rows, int row, int onMap) {
    double[] distances =
        Arrays.stream(rows)
            .filter(other -> other != row)
            .mapToDouble(other -> positions.squareDistance(row, other))
            .sorted()
            .toArray();
    double farthest = distances[Math.min(onMap, distances.length) - 1];
    int near = Math.min(NEAREST, lists.count(row));
    long kept =
        IntStream.range(0, near)
            .filter(rank -> positions.squareDistance(row, lists.neighbor(row, rank)) <= farthest)
            .count();
    return kept / (double) near;
  }
}
