package dev.akin.index;

import dev.akin.vector.Cosine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.VectorUtil;

/// Finds those of some papers that are close to each other, or have the same title.
record ClosePairs(OpenCommit commit) {
  private static final float[] NO_TEXT = new float[0];

  /// More than a dot product of unit vectors in float can be wrong by.
  private static final float FLOAT_ERROR = 1e-4f;

  /// @param papers those without a text are left out
  List<ClosePair> among(int[] papers, double leastCosine) throws IOException {
    float[][] vectors = vectors(papers);
    long[] titles = titles(papers);
    List<ClosePair> pairs = new ArrayList<>();
    for (int i = 1; i < papers.length; i++) {
      for (int j = 0; j < i && vectors[i].length > 0; j++) {
        if (vectors[j].length > 0) {
          float rough = VectorUtil.dotProduct(vectors[i], vectors[j]);
          if (rough >= leastCosine - FLOAT_ERROR || titles[i] == titles[j]) {
            double least = titles[i] == titles[j] ? -1 : leastCosine;
            add(
                pairs,
                new ClosePair(papers[j], papers[i], Cosine.of(vectors[i], vectors[j])),
                least);
          }
        }
      }
    }
    return pairs;
  }

  private static void add(List<ClosePair> pairs, ClosePair pair, double leastCosine) {
    if (pair.cosine() >= leastCosine) {
      pairs.add(pair);
    }
  }

  private float[][] vectors(int[] papers) throws IOException {
    TextTable texts = commit.texts();
    int[] places =
        IntStream.range(0, papers.length)
            .boxed()
            .sorted((one, other) -> texts.textOf(papers[one]) - texts.textOf(papers[other]))
            .mapToInt(Integer::intValue)
            .toArray();
    Vectors vectors = new Vectors(commit.reader(), 0);
    float[][] read = new float[papers.length][];
    for (int place : places) {
      int text = texts.textOf(papers[place]);
      read[place] = text < 0 ? NO_TEXT : vectors.of(text).clone();
    }
    return read;
  }

  /// The hashes of the papers' titles; of one without title a number that no other has.
  private long[] titles(int[] papers) throws IOException {
    long[] titles = new long[papers.length];
    for (int i = 0; i < papers.length; i++) {
      titles[i] = title(papers[i]);
    }
    return titles;
  }

  private long title(int paper) throws IOException {
    List<LeafReaderContext> leaves = commit.reader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(paper, leaves));
    NumericDocValues titles = DocValues.getNumeric(leaf.reader(), PaperDocument.TITLE_HASH);
    return titles.advanceExact(paper - leaf.docBase) ? titles.longValue() : -paper - 1L;
  }
}
