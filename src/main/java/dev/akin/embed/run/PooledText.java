package dev.akin.embed.run;

/// What a model gives for a text. Owns its arrays: nobody else changes them.
final class PooledText {
  private final float[] vector;
  private final float[][] sentences;
  private final float[][] terms;

  PooledText(float[] vector, float[][] sentences, float[][] terms) {
    this.vector = vector;
    this.sentences = sentences;
    this.terms = terms;
  }

  /// The text's vector, not normalized.
  float[] vector() {
    return vector;
  }

  /// A vector for each sentence, not normalized; zeros where the model saw none of it.
  float[][] sentences() {
    return sentences;
  }

  /// The sum of the token states of each term, and of all other tokens; empty if nobody asked.
  float[][] terms() {
    return terms;
  }
}
