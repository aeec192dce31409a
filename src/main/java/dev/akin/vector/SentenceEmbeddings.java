package dev.akin.vector;

import java.util.ArrayList;
import java.util.List;

/// The directions of a text's sentences, with half a byte for each coordinate. In a space of some
/// hundred dimensions this changes a cosine by less than 0.03.
///
/// Each sentence is scaled and rounded to whole numbers from -7 to 7; its length is not kept. A
/// sentence of zeros is one that the model did not see: its cosines are 0. Immutable, safe for use
/// by many threads.
///
/// The form in a file: the sentences in order, each `(space.dimension() + 1) / 2` bytes, and
/// nothing else. The lower half of a byte is the first of its two coordinates plus 8, the upper
/// half is the second plus 8.
public final class SentenceEmbeddings {
  private static final int LARGEST = 7;

  /// How much larger than 7 the largest coordinate may be before it is cut to 7. Of these, the one
  /// is taken that keeps the direction best.
  private static final double[] EXCESSES = {1, 1.1, 1.2, 1.3, 1.4, 1.5};

  private static final int ZERO = 8;
  private static final int HALF = 4;
  private static final int LOWER = 0xf;

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
    if (!(largest > 0) || !Float.isFinite(largest)) {
      return;
    }
    double best = 0;
    byte[] tried = new byte[sentence.length];
    for (double excess : EXCESSES) {
      double likeness = round(sentence, excess * LARGEST / largest, largest, tried);
      if (likeness > best) {
        best = likeness;
        System.arraycopy(tried, 0, values, first, tried.length);
      }
    }
  }

  /// Scales and rounds a sentence.
  ///
  /// @param largest of its coordinates; others are divided by it, because squares may be too large
  /// @return the cosine of the angle that this turns it by, times a constant
  private static double round(float[] sentence, double scale, float largest, byte[] rounded) {
    double both = 0;
    double length = 0;
    for (int i = 0; i < sentence.length; i++) {
      double value = Math.clamp(Math.rint(sentence[i] * scale), -LARGEST, LARGEST);
      rounded[i] = (byte) value;
      both += value * (sentence[i] / largest);
      length += value * value;
    }
    return both / Math.sqrt(length);
  }

  /// No sentences.
  public static SentenceEmbeddings none(Space space) {
    return new SentenceEmbeddings(space, new byte[0]);
  }

  /// Reads what [#toBytes] wrote.
  ///
  /// @throws IllegalArgumentException if this is not a whole number of sentences
  public static SentenceEmbeddings ofBytes(Space space, byte[] bytes) {
    int dimension = space.dimension();
    int size = size(dimension);
    byte[] values = new byte[count(space, bytes, size) * dimension];
    for (int i = 0; i < values.length; i++) {
      int at = i % dimension;
      int both = bytes[i / dimension * size + at / 2];
      values[i] = (byte) ((at % 2 == 0 ? both & LOWER : both >> HALF & LOWER) - ZERO);
    }
    return new SentenceEmbeddings(space, values);
  }

  /// Reads the form in the files of an earlier akin: a signed byte for each coordinate.
  ///
  /// @throws IllegalArgumentException if this is not a whole number of sentences
  public static SentenceEmbeddings ofWholeBytes(Space space, byte[] bytes) {
    int dimension = space.dimension();
    List<float[]> sentences = new ArrayList<>();
    for (int i = 0; i < count(space, bytes, dimension); i++) {
      float[] sentence = new float[dimension];
      for (int at = 0; at < dimension; at++) {
        sentence[at] = bytes[i * dimension + at];
      }
      sentences.add(sentence);
    }
    return of(space, sentences);
  }

  private static int count(Space space, byte[] bytes, int size) {
    if (bytes.length % size != 0) {
      throw new IllegalArgumentException(
          "%d bytes are not a whole number of sentences in a space of %d"
              .formatted(bytes.length, space.dimension()));
    }
    return bytes.length / size;
  }

  /// The bytes of a sentence.
  private static int size(int dimension) {
    return (dimension + 1) / 2;
  }

  /// The form in a file.
  public byte[] toBytes() {
    int dimension = space.dimension();
    int size = size(dimension);
    byte[] bytes = new byte[count() * size];
    for (int i = 0; i < values.length; i++) {
      int at = i % dimension;
      int half = values[i] + ZERO;
      bytes[i / dimension * size + at / 2] |= (byte) (at % 2 == 0 ? half : half << HALF);
    }
    return bytes;
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
