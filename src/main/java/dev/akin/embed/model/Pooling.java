package dev.akin.embed.model;

import java.util.Arrays;

/// How the states of a text's tokens become one vector.
///
/// @hidden public for its own room only
public enum Pooling {
  /// The mean of all tokens' states, special tokens included, padding left out.
  MEAN,
  /// The state of the first token.
  CLS;

  /// Pools one text of a batch.
  ///
  /// @param states token states of the whole batch, `[text][token][coordinate]` in one array
  /// @param first where the text's first token begins in `states`
  /// @param tokens tokens of the text without padding; none gives zeros
  /// @param dimension coordinates of a state
  /// @return `dimension` coordinates, not normalized
  public float[] pool(float[] states, int first, int tokens, int dimension) {
    float[] pooled = new float[dimension];
    int end = first + (this == CLS ? Math.min(1, tokens) : tokens) * dimension;
    for (int token = first; token < end; token += dimension) {
      for (int i = 0; i < dimension; i++) {
        pooled[i] += states[token + i];
      }
    }
    return pooled;
  }

  /// Weights of tokens that give the same vector.
  ///
  /// @param weights zeros
  /// @param first where the weight of the text's first token is
  /// @param tokens tokens of the text
  public void weigh(float[] weights, int first, int tokens) {
    Arrays.fill(weights, first, first + (this == CLS ? Math.min(1, tokens) : tokens), 1);
  }

  /// @param name as `model.json` has it
  /// @throws IllegalArgumentException if there is none of that name
  static Pooling byName(String name) {
    return switch (name) {
      case "mean" -> MEAN;
      case "cls" -> CLS;
      default ->
          throw new IllegalArgumentException(
              "\"pooling\" must be \"mean\" or \"cls\", not \"" + name + "\"");
    };
  }
}
