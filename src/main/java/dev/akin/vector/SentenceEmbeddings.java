package dev.akin.vector;

import java.util.List;

/// The directions of a text's sentences, with one byte for each coordinate. This changes a cosine
/// by less than 0.01.
///
/// Each sentence is scaled so that its largest coordinate is 127 or -127; its length is not kept. A
/// sentence of zeros is one that the model did not see: its cosines are 0. Immutable, safe for use
/// by many threads.
///
/// The form in a file: the sentences in order, each `space.dimension()` signed bytes, and nothing
/// else.
public final class SentenceEmbeddings {
  private static final double LARGEST = 127;

  private final Space space;
  private final byte[] values;
  private final double[] lengths;

  private SentenceEmbeddings(Space space, byte[] values) {
    this.space = space;
    this.values = values;
    this.lengths = new double[values.length / space.dimension()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = Math.sqrt(dot(i, this, i));
    }
  }

  /// The directions of sentences.
  ///
  /// @param sentences vectors of any length, `[sentence][coordinate]`; a vector of zeros, or with a
  ///   number that is not finite, is a sentence that the model did not see
  /// @throws IllegalArgumentException if one does not have `space.dimension()` coordinates
  public static SentenceEmbeddings of(Space space, List<float[]> sentences) {
    int dimension = space.dimension();
    byte[] values = new byte[Math.multiplyExact(sentences.size(), dimension)];
    for (int i = 0; i < sentences.size(); i++) {
      float[] sentence = sentences.get(i);
      if (sentence.length != dimension) {
        throw new IllegalArgumentException(
            sentence.length + " coordinates in a space of " + dimension);
      }
      shrink(sentence, values, i * dimension);
    }
    return new SentenceEmbeddings(space, values);
  }

  private static void shrink(float[] sentence, byte[] values, int first) {
    float largest = 0;
    for (float value : sentence) {
      // Math.max keeps NaN.
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest > 0 && Float.isFinite(largest)) {
      double scale = LARGEST / largest;
      for (int i = 0; i < sentence.length; i++) {
        values[first + i] = (byte) Math.rint(sentence[i] * scale);
      }
    }
  }

  /// No sentences.
  public static SentenceEmbeddings none(Space space) {
    return new SentenceEmbeddings(space, new byte[0]);
  }

  /// Reads what [#toBytes] wrote.
  ///
  /// @param bytes copied
  /// @throws IllegalArgumentException if this is not a whole number of sentences
  public static SentenceEmbeddings ofBytes(Space space, byte[] bytes) {
    if (bytes.length % space.dimension() != 0) {
      throw new IllegalArgumentException(
          "%d bytes are not a whole number of sentences in a space of %d"
              .formatted(bytes.length, space.dimension()));
    }
    return new SentenceEmbeddings(space, bytes.clone());
  }

  /// The form in a file; a copy.
  public byte[] toBytes() {
    return values.clone();
  }

  /// The space of the directions.
  public Space space() {
    return space;
  }

  /// How many sentences there are.
  public int count() {
    return lengths.length;
  }

  /// The cosine of the angle between two sentences; 0 if the model did not see one of them.
  ///
  /// @return -1 to 1
  /// @throws IllegalArgumentException if `other` is of another space
  /// @throws IndexOutOfBoundsException if there is no such sentence
  public double cosine(int sentence, SentenceEmbeddings other, int otherSentence) {
    space.requireSame(other.space);
    double both = lengths[sentence] * other.lengths[otherSentence];
    return both == 0 ? 0 : Math.clamp(dot(sentence, other, otherSentence) / both, -1.0, 1.0);
  }

  /// The cosine of the angle between a sentence and a text; 0 if the model did not see the
  /// sentence.
  ///
  /// @return -1 to 1
  /// @throws IllegalArgumentException if `embedding` is of another space
  /// @throws IndexOutOfBoundsException if there is no such sentence
  public double cosine(int sentence, Embedding embedding) {
    space.requireSame(embedding.space());
    double length = lengths[sentence];
    return length == 0 ? 0 : Math.clamp(dot(sentence, embedding) / length, -1.0, 1.0);
  }

  /// The sum of the sentences' unit vectors, each times its weight; those that the model did not
  /// see add nothing.
  ///
  /// @param weights one for each sentence
  /// @return of any length
  /// @throws IllegalArgumentException if there are more or fewer weights than sentences
  public float[] sum(double[] weights) {
    if (weights.length != count()) {
      throw new IllegalArgumentException(weights.length + " weights for " + count() + " sentences");
    }
    float[] sum = new float[space.dimension()];
    for (int sentence = 0; sentence < weights.length; sentence++) {
      if (weights[sentence] != 0 && lengths[sentence] != 0) {
        float factor = (float) (weights[sentence] / lengths[sentence]);
        int first = sentence * sum.length;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += factor * values[first + i];
        }
      }
    }
    return sum;
  }

  // An int holds the sum of 131,000 products of two bytes; models have fewer than 10,000
  // dimensions.
  private int dot(int sentence, SentenceEmbeddings other, int otherSentence) {
    int dimension = space.dimension();
    int a = sentence * dimension;
    int b = otherSentence * dimension;
    int sum = 0;
    for (int i = 0; i < dimension; i++) {
      sum += values[a + i] * other.values[b + i];
    }
    return sum;
  }

  private double dot(int sentence, Embedding embedding) {
    float[] unit = embedding.values();
    int first = sentence * unit.length;
    double sum = 0;
    for (int i = 0; i < unit.length; i++) {
      sum += (double) values[first + i] * unit[i];
    }
    return sum;
  }
}
