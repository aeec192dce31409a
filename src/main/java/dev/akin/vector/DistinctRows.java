package dev.akin.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The distinct vectors of some rows, each with the rows that have it.
final class DistinctRows {
  private final float[][] vectors;
  private final int[][] members;
  private final int rows;

  private DistinctRows(float[][] vectors, int[][] members, int rows) {
    this.vectors = vectors;
    this.members = members;
    this.rows = rows;
  }

  private static final class Key {
    private final float[] vector;

    Key(float[] vector) {
      this.vector = vector;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && Arrays.equals(vector, key.vector);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(vector);
    }
  }

  static DistinctRows of(float[] @Nullable [] rows) {
    Map<Key, List<Integer>> members = new LinkedHashMap<>();
    for (int row = 0; row < rows.length; row++) {
      float[] vector = rows[row];
      if (vector != null) {
        members.computeIfAbsent(new Key(vector), key -> new ArrayList<>(1)).add(row);
      }
    }
    return new DistinctRows(
        members.keySet().stream().map(key -> key.vector).toArray(float[][]::new),
        members.values().stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new),
        rows.length);
  }

  /// Each vector once, in the order of the first rows that have them.
  float[][] vectors() {
    return vectors;
  }

  /// The rows that have a vector, ascending.
  ///
  /// @param vector its index in [#vectors]
  int[] members(int vector) {
    return members[vector];
  }

  /// How many rows there are, including those without a vector.
  int rows() {
    return rows;
  }
}
