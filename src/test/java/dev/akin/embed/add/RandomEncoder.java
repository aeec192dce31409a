package dev.akin.embed.add;

import dev.akin.Seed;
import java.util.List;
import java.util.Random;

/// The sizes of a small model, and its weights by chance: the same for the same name.
///
/// @param topics for each word that it knows, a number of what it is about: words of the same topic
///   are near each other
/// @param hasHalves whether its weights have 16 bits
record RandomEncoder(Architecture kind, List<Integer> topics, long seed, boolean hasHalves) {
  static final int WIDTH = 32;
  static final int HEADS = 4;
  static final int EACH = WIDTH / HEADS;
  static final int INNER = 48;
  static final int LAYERS = 2;
  static final int POSITIONS = 80;
  static final int PADDING = 1;
  static final int WINDOW = 3;
  static final int DISTANCES = 8;
  static final double EPSILON = 1e-5;

  /// A matrix or a table, `[row][column]` in one array.
  float[] matrix(String name, int rows, int columns) {
    return values(name, 0, 0.8 / Math.sqrt(rows), rows * columns);
  }

  int words() {
    return topics.size();
  }

  float[] wordTable() {
    float[] table = values("words", 0, 0.4, words() * WIDTH);
    for (int word = 0; word < words(); word++) {
      float[] topic = values("topic " + topics.get(word), 0, 1, WIDTH);
      for (int i = 0; i < WIDTH; i++) {
        table[word * WIDTH + i] = rounded(table[word * WIDTH + i] + topic[i]);
      }
    }
    return table;
  }

  float[] table(String name, int rows, int columns, double spread) {
    return values(name, 0, spread, rows * columns);
  }

  float[] bias(String name, int size) {
    return values(name, 0, 0.1, size);
  }

  float[] gain(String name) {
    return values(name, 1, 0.1, WIDTH);
  }

  private float[] values(String name, double middle, double spread, int size) {
    Random random = Seed.fixed(seed * 31 + name.hashCode());
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = rounded((float) (middle + spread * random.nextGaussian()));
    }
    return values;
  }

  private float rounded(float value) {
    return hasHalves ? Float.float16ToFloat(Float.floatToFloat16(value)) : value;
  }

  /// How fast the angle of a pair of coordinates turns.
  static double frequency(int pair) {
    return Math.pow(10_000, -2.0 * pair / EACH);
  }

  /// The first row of the table of positions that is used.
  int firstPosition() {
    return kind.isCountedAfterPadding() ? PADDING + 1 : 0;
  }
}
