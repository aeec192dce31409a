package dev.akin.embed.run;

import java.util.Arrays;

/// The result of a model for one text. Owns its arrays: nobody else changes them.
final class PooledText {
  private final float[] vector;
  private final float[][] sentences;
  private final float[][] terms;

  PooledText(float[] vector, float[][] sentences, float[][] terms) {
    this.vector = vector;
    this.sentences = sentences;
    this.terms = terms;
  }

  /// The same with the first `dimension` coordinates of each vector.
  PooledText cut(int dimension) {
    return vector.length == dimension
        ? this
        : new PooledText(
            Arrays.copyOf(vector, dimension), cut(sentences, dimension), cut(terms, dimension));
  }

  private static float[][] cut(float[][] vectors, int dimension) {
    return Arrays.stream(vectors)
        .map(vector -> Arrays.copyOf(vector, dimension))
        .toArray(float[][]::new);
  }

  /// The vector of the text, not normalized.
  float[] vector() {
    return vector;
  }

  /// A vector for each sentence, not normalized; zeros for a sentence that the model has not read.
  float[][] sentences() {
    return sentences;
  }

  /// The sum of the token states of each term, and last of all other tokens. Empty if no terms were
  /// asked for.
  float[][] terms() {
    return terms;
  }
}
