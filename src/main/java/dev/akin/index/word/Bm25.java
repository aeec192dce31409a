package dev.akin.index.word;

import org.apache.lucene.util.SmallFloat;

/// BM25 of words in one field of papers, with k1 = 1.2 and b = 0.75: the same floats as Lucene's
/// `BM25Similarity`, whose scorers compute a table for each word.
///
/// @hidden public for its own room only
public final class Bm25 {
  private static final float K1 = 1.2f;
  private static final float B = 0.75f;
  private static final int LENGTHS = 256;

  private final long papers;
  private final double averageLength;

  /// The part of the formula that depends on a paper's length, by the length as Lucene encodes it.
  private final float[] norms = new float[LENGTHS];

  /// @param papers the number of papers with the field, at least 1
  /// @param words how many words they have in all
  public Bm25(long papers, long words) {
    this.papers = papers;
    this.averageLength = words / (double) papers;
    for (int length = 0; length < LENGTHS; length++) {
      int decoded = SmallFloat.byte4ToInt((byte) length);
      norms[length] = 1 / (K1 * (1 - B + B * decoded / (float) averageLength));
    }
  }

  /// The number of papers with the field.
  long papers() {
    return papers;
  }

  /// How much a word counts.
  ///
  /// @param weight of the word in the query
  /// @param papersWith how many papers have it, at least 1
  float weight(double weight, int papersWith) {
    return (float) weight * (float) idf(papersWith);
  }

  private double idf(int papersWith) {
    return Math.log(1 + (papers - papersWith + 0.5) / (papersWith + 0.5));
  }

  /// What a paper's length does to its words.
  ///
  /// @param length as Lucene encodes it
  public float norm(long length) {
    return norms[(byte) length & 0xff];
  }

  /// The score of a word in a paper.
  ///
  /// @param weight from [#weight]
  /// @param count how often the paper has the word
  /// @param norm from [#norm]
  public static float score(float weight, int count, float norm) {
    return weight - weight / (1 + count * norm);
  }

  /// The score of a word with the weight 1 in a text that is not in the index.
  ///
  /// @param papersWith how many papers have it
  /// @param count how often the text has it
  /// @param length the number of words of the text
  double ofText(int papersWith, int count, int length) {
    return papersWith == 0 || count == 0
        ? 0
        : idf(papersWith) * count / (count + 1.2 * (1 - 0.75 + 0.75 * length / averageLength));
  }
}
