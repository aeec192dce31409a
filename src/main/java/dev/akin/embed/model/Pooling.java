package dev.akin.embed.model;

import java.util.Arrays;

/// How the states of the tokens of a text become one vector.
///
/// @hidden public for its own room only
public enum Pooling {
  /// The mean of the states of all tokens, special tokens included, without padding.
  MEAN,
  /// The state of the first token.
  CLS;

  /// Pools one text of a batch.
  ///
  /// @param states token states of the whole batch, `[text][token][coordinate]` in one array
  /// @param first where the first token of the text starts in `states`
  /// @param tokens how many tokens the text has, without padding; 0 gives zeros
  /// @param dimension how many coordinates a state has
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

  /// Sets weights of tokens that give the same direction.
  ///
  /// @param weights zeros before
  /// @param first where the weight of the first token of the text is
  /// @param tokens how many tokens the text has
  public void weigh(float[] weights, int first, int tokens) {
    Arrays.fill(weights, first, first + (this == CLS ? Math.min(1, tokens) : tokens), 1);
  }

  /// The pooling with a name.
  ///
  /// @param name as in `model.json`
  /// @throws IllegalArgumentException if there is none with this name
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
