package dev.akin.embed;

import java.util.Locale;

/// How the states of a text's tokens become one vector.
public enum Pooling {
  /// The mean of all tokens' states, special tokens included, padding left out.
  MEAN,
  /// The state of the first token.
  CLS;

  /// Pools one text of a batch.
  ///
  /// @param states token states of the whole batch, `[text][token][coordinate]` in one array
  /// @param first where the text's first token begins in `states`
  /// @param tokens tokens of the text without padding, at least 1
  /// @param dimension coordinates of a state
  /// @return `dimension` coordinates, not normalized
  float[] pool(float[] states, int first, int tokens, int dimension) {
    float[] pooled = new float[dimension];
    int end = this == CLS ? first + dimension : first + tokens * dimension;
    for (int token = first; token < end; token += dimension) {
      for (int i = 0; i < dimension; i++) {
        pooled[i] += states[token + i];
      }
    }
    return pooled;
  }

  static Pooling byName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /// Its name in `model.json`.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
