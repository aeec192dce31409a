package dev.akin.embed;

/// What a model gives for a text. Owns its arrays: nobody else changes them.
final class PooledText {
  private final float[] vector;
  private final float[][] sentences;

  PooledText(float[] vector, float[][] sentences) {
    this.vector = vector;
    this.sentences = sentences;
  }

  /// The text's vector, not normalized.
  float[] vector() {
    return vector;
  }

  /// A vector for each sentence, not normalized; zeros where the model saw none of it.
  float[][] sentences() {
    return sentences;
  }
}
