package dev.akin.roles;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// What the classifier has learned: a weight of each feature for each label, and one for each two
/// labels in a row.
///
/// The form in a file, big-endian: the number of features as an int, the features as ints, then
/// 16-bit floats: five weights of each feature, in the order of [SentenceLabel], and five times
/// five of labels in a row, the first label first. Immutable, safe for use by many threads.
final class RoleWeights {
  private static final int NONE = -1;

  /// A hash table with open addressing: features, and at the same place the row of each.
  private final int[] features;

  private final int[] rows;
  private final float[] weights;
  private final double[][] transitions = new double[SentenceLabel.COUNT][SentenceLabel.COUNT];

  /// Reads a file.
  RoleWeights(ByteBuffer file) {
    int count = file.getInt();
    int slots = Integer.highestOneBit(Math.max(count, 1)) << 2;
    features = new int[slots];
    rows = new int[slots];
    Arrays.fill(rows, NONE);
    for (int row = 0; row < count; row++) {
      int feature = file.getInt();
      int slot = slot(feature);
      features[slot] = feature;
      rows[slot] = row;
    }
    weights = new float[count * SentenceLabel.COUNT];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Float.float16ToFloat(file.getShort());
    }
    for (double[] row : transitions) {
      for (int next = 0; next < row.length; next++) {
        row[next] = Math.exp(Float.float16ToFloat(file.getShort()));
      }
    }
  }

  private int slot(int feature) {
    int slot = feature & (features.length - 1);
    while (rows[slot] != NONE && features[slot] != feature) {
      slot = (slot + 1) & (features.length - 1);
    }
    return slot;
  }

  /// Potentials of two labels in a row, `[label][label after it]`.
  double[][] transitions() {
    return transitions;
  }

  /// Adds the weights of features to the scores of the labels; features that were not in the
  /// training have none.
  ///
  /// @param scale each weight is multiplied by it
  void add(int[] seen, double scale, double[] scores) {
    for (int feature : seen) {
      int row = rows[slot(feature)];
      if (row != NONE) {
        int first = row * scores.length;
        for (int label = 0; label < scores.length; label++) {
          scores[label] += scale * weights[first + label];
        }
      }
    }
  }
}
