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

/// Which of some papers are close to each other, or have the same title. Immutable.
public final class ClosePairs {
  private static final float[] NO_TEXT = new float[0];

  /// More than a dot product of unit vectors in float can be wrong by.
  private static final float FLOAT_ERROR = 1e-4f;

  private final double leastCosine;
  private final float[][] vectors;

  /// The hashes of the papers' titles; of one without title a number that no other has.
  private final long[] titles;

  private ClosePairs(int papers, double leastCosine) {
    this.leastCosine = leastCosine;
    this.vectors = new float[papers][];
    this.titles = new long[papers];
  }

  public static ClosePairs among(OpenCommit commit, int[] papers, double leastCosine)
      throws IOException {
    ClosePairs pairs = new ClosePairs(papers.length, leastCosine);
    Vectors vectors = new Vectors(commit.reader(), 0);
    DocValuesCursor<NumericDocValues> titles =
        new DocValuesCursor<>(
            commit.reader(), segment -> DocValues.getNumeric(segment, PaperDocument.TITLE_HASH));
    for (int place : inAscendingOrder(papers)) {
      int paper = papers[place];
      int text = commit.texts().textOf(paper);
      pairs.vectors[place] = text < 0 ? NO_TEXT : vectors.of(text).clone();
      NumericDocValues title = titles.at(paper);
      pairs.titles[place] = title == null ? -paper - 1L : title.longValue();
    }
    return pairs;
  }

  /// The places of `papers`, in which they are read.
  private static int[] inAscendingOrder(int[] papers) {
    long[] papersAndPlaces = new long[papers.length];
    for (int place = 0; place < papers.length; place++) {
      papersAndPlaces[place] = ((long) papers[place] << Integer.SIZE) | place;
    }
    Arrays.sort(papersAndPlaces);
    int[] places = new int[papers.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = (int) papersAndPlaces[i];
    }
    return places;
  }

  /// The cosine of two papers' texts by the first model; absent if they are neither close nor of
  /// the same title, or one has no text.
  ///
  /// @param one the place of a paper among the papers
  /// @param other the place of another
  public OptionalDouble cosine(int one, int other) {
    float[] some = vectors[one];
    float[] others = vectors[other];
    if (some.length == 0 || others.length == 0) {
      return OptionalDouble.empty();
    }
    boolean sameTitle = titles[one] == titles[other];
    if (!sameTitle && VectorUtil.dotProduct(some, others) < leastCosine - FLOAT_ERROR) {
      return OptionalDouble.empty();
    }
    double cosine = Cosine.of(some, others);
    return sameTitle || cosine >= leastCosine ? OptionalDouble.of(cosine) : OptionalDouble.empty();
  }
}
