package dev.akin.index.search;

import dev.akin.index.commit.OpenCommit;
import dev.akin.index.document.DocValuesCursor;
import dev.akin.index.document.PaperDocument;
import dev.akin.index.document.Vectors;
import dev.akin.vector.Cosine;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.VectorUtil;

/// Which of some papers are similar to each other, or have the same title. Immutable.
public final class ClosePairs {
  private static final float[] NO_TEXT = new float[0];

  private final double minCosine;
  private final float[][] vectors;

  /// The hashes of the papers' titles; a unique number for a paper without title.
  private final long[] titles;

  private ClosePairs(int papers, double minCosine) {
    this.minCosine = minCosine;
    this.vectors = new float[papers][];
    this.titles = new long[papers];
  }

  /// Compares papers.
  ///
  /// @param papers their numbers in the commit
  /// @param minCosine two papers with at least this cosine are similar
  public static ClosePairs among(OpenCommit commit, int[] papers, double minCosine)
      throws IOException {
    ClosePairs pairs = new ClosePairs(papers.length, minCosine);
    Vectors vectors = new Vectors(commit.reader(), 0);
    DocValuesCursor<NumericDocValues> titles =
        new DocValuesCursor<>(
            commit.reader(), segment -> DocValues.getNumeric(segment, PaperDocument.TITLE_HASH));
    for (int index : inAscendingOrder(papers)) {
      int paper = papers[index];
      int text = commit.texts().textOf(paper);
      pairs.vectors[index] = text < 0 ? NO_TEXT : vectors.of(text).clone();
      NumericDocValues title = titles.at(paper);
      pairs.titles[index] = title == null ? -paper - 1L : title.longValue();
    }
    return pairs;
  }

  /// The indexes of `papers`, in the order of their numbers: the order in which they are read.
  private static int[] inAscendingOrder(int[] papers) {
    long[] papersAndIndexes = new long[papers.length];
    for (int index = 0; index < papers.length; index++) {
      papersAndIndexes[index] = ((long) papers[index] << Integer.SIZE) | index;
    }
    Arrays.sort(papersAndIndexes);
    int[] indexes = new int[papers.length];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = (int) papersAndIndexes[i];
    }
    return indexes;
  }

  /// The cosine of two papers' texts by the first model; empty if they are neither similar nor have
  /// the same title, or one has no text.
  ///
  /// @param one the index of a paper among the papers
  /// @param other the index of another
  public OptionalDouble cosine(int one, int other) {
    float[] vector = vectors[one];
    float[] otherVector = vectors[other];
    if (vector.length == 0 || otherVector.length == 0) {
      return OptionalDouble.empty();
    }
    boolean sameTitle = titles[one] == titles[other];
    if (!sameTitle && VectorUtil.dotProduct(vector, otherVector) < minCosine - Cosine.FLOAT_ERROR) {
      return OptionalDouble.empty();
    }
    double cosine = Cosine.of(vector, otherVector);
    return sameTitle || cosine >= minCosine ? OptionalDouble.of(cosine) : OptionalDouble.empty();
  }
}
