package dev.akin.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that have a vector, those of one vector together.
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

  /// Each vector once, in the order of the first row that has it.
  float[][] vectors() {
    return vectors;
  }

  /// The rows of a vector, ascending.
  ///
  /// @param vector its place in [#vectors]
  int[] members(int vector) {
    return members[vector];
  }

  /// How many rows there are, those without a vector included.
  int rows() {
    return rows;
  }
}
