package dev.akin.embed.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How the states of the tokens of a text become one vector.
public enum Pooling {
  /// The mean of the states of all tokens, special tokens included, without padding.
  MEAN("mean"),
  /// The state of the first token.
  CLS("cls"),
  /// The largest value of each coordinate.
  MAX("max"),
  /// A mean in which the first token counts once, the second twice, and so on.
  WEIGHTED_MEAN("weightedmean"),
  /// The state of the last token. Padding follows the tokens, and a model with this pooling looks
  /// only back, so its states are the same as with padding before the tokens.
  LAST_TOKEN("lasttoken");

  private final String label;

  Pooling(String label) {
    this.label = label;
  }

  /// Its name in `model.json`.
  public String label() {
    return label;
  }

  /// Whether the vector is a weighted sum of the states of tokens, with the weights of [#weigh].
  public boolean isSum() {
    return this != MAX;
  }

  /// Pools one text of a batch.
  ///
  /// @param states token states of the whole batch, `[text][token][coordinate]` in one array
  /// @param first where the first token of the text starts in `states`
  /// @param tokens how many tokens the text has, without padding; 0 gives zeros
  /// @param width how many coordinates a state has
  /// @return `width` coordinates, not normalized
  public float[] pool(float[] states, int first, int tokens, int width) {
    float[] pooled = new float[width];
    if (!isSum() && tokens > 0) {
      Arrays.fill(pooled, Float.NEGATIVE_INFINITY);
    }
    for (int token = 0; token < tokens; token++) {
      float weight = isSum() ? weight(token, tokens) : 1;
      int from = first + token * width;
      for (int i = 0; i < width && weight > 0; i++) {
        pooled[i] =
            isSum() ? pooled[i] + weight * states[from + i] : Math.max(pooled[i], states[from + i]);
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
    for (int token = 0; token < tokens; token++) {
      weights[first + token] = weight(token, tokens);
    }
  }

  private float weight(int token, int tokens) {
    return switch (this) {
      case MEAN, MAX -> 1;
      case CLS -> token == 0 ? 1 : 0;
      case WEIGHTED_MEAN -> token + 1;
      case LAST_TOKEN -> token == tokens - 1 ? 1 : 0;
    };
  }

  /// The pooling with a name.
  ///
  /// @param name as in `model.json`
  /// @throws IllegalArgumentException if there is none with this name
  public static Pooling byName(String name) {
    return Arrays.stream(values())
        .filter(pooling -> pooling.label.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"pooling\" must be one of %s, not \"%s\"".formatted(names(), name)));
  }

  private static String names() {
    return Arrays.stream(values()).map(Pooling::label).collect(Collectors.joining(", "));
  }
}
