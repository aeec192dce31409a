package dev.akin.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The nearest neighbors of every one of a number of unit vectors among all the others, exactly.
///
/// @param count of neighbors of each, at least 1
/// @param threads that work at once, at least 1; the result does not depend on it
public record AllPairs(int count, int threads) {
  /// Finds the neighbors.
  ///
  /// @param rows unit vectors of one length; null for a row that has none, and so no neighbors
  /// @param progress is told now and then how many rows are done
  public NeighborLists of(float[] @Nullable [] rows, LongConsumer progress) {
    int[][] neighbors = new int[rows.length][];
    double[][] cosines = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      List<Integer> others = new ArrayList<>();
      double[] to = new double[rows.length];
      for (int j = 0; j < rows.length; j++) {
        if (i != j && rows[i] != null && rows[j] != null) {
          to[j] = Cosine.of(rows[i], rows[j]);
          others.add(j);
        }
      }
      others.sort(Comparator.comparingDouble((Integer j) -> -to[j]).thenComparing(j -> j));
      List<Integer> nearest = others.subList(0, Math.min(count, others.size()));
      neighbors[i] = nearest.stream().mapToInt(Integer::intValue).toArray();
      cosines[i] = nearest.stream().mapToDouble(j -> to[j]).toArray();
      progress.accept(i + 1);
    }
    return new NeighborLists(neighbors, cosines);
  }
}
