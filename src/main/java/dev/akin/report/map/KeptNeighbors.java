package dev.akin.report.map;

import dev.akin.vector.NeighborLists;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How well the map keeps neighborhoods: which share of a paper's ten nearest papers are also among
/// its nearest on the map. The mean of up to 1,000 papers.
///
/// @param ofTen share that is among the ten nearest on the map, 0 to 1
/// @param ofHundred share that is among the hundred nearest on the map, 0 to 1
///
/// @hidden public for its own room only
public record KeptNeighbors(double ofTen, double ofHundred) {
  private static final int SAMPLES = 1_000;
  private static final int NEAREST = 10;
  private static final long SEED = 1;

  /// Measures the shares; absent if no paper has a neighbor.
  public static @Nullable KeptNeighbors on(Positions positions, NeighborLists lists) {
    if (lists.total() == 0) {
      return null;
    }
    int[] rows = IntStream.range(0, lists.size()).filter(row -> lists.count(row) > 0).toArray();
    int[] sample =
        rows.length <= SAMPLES
            ? rows
            : new Random(SEED).ints(SAMPLES, 0, rows.length).map(i -> rows[i]).toArray();
    double ofTen = 0;
    double ofHundred = 0;
    for (int row : sample) {
      int near = Math.min(NEAREST, lists.count(row));
      for (int rank = 0; rank < near; rank++) {
        int closer = closer(positions, rows, row, lists.neighbor(row, rank));
        ofTen += closer < 10 ? 1.0 / near : 0;
        ofHundred += closer < 100 ? 1.0 / near : 0;
      }
    }
    return new KeptNeighbors(ofTen / sample.length, ofHundred / sample.length);
  }

  /// How many papers are closer to a paper on the map than a neighbor is.
  private static int closer(Positions positions, int[] rows, int row, int neighbor) {
    double distance = positions.squareDistance(row, neighbor);
    int closer = 0;
    for (int other : rows) {
      if (other != row && positions.squareDistance(row, other) < distance) {
        closer++;
      }
    }
    return closer;
  }
}
