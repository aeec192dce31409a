package dev.akin.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.VectorUtil;

/// Finds those of some papers that are close to each other, or have the same title.
record ClosePairs(OpenCommit commit) {
  /// @param papers those without a text are left out
  List<ClosePair> among(int[] papers, double leastCosine) throws IOException {
    float[][] vectors = new float[papers.length][];
    long[] titles = new long[papers.length];
    for (int i = 0; i < papers.length; i++) {
      int text = commit.texts().textOf(papers[i]);
      vectors[i] = text < 0 ? new float[0] : new Vectors(commit.reader(), 0).of(text).clone();
      titles[i] = title(papers[i]);
    }
    List<ClosePair> pairs = new ArrayList<>();
    for (int i = 1; i < papers.length; i++) {
      for (int j = 0; j < i; j++) {
        if (vectors[i].length > 0 && vectors[j].length > 0) {
          float cosine = VectorUtil.dotProduct(vectors[i], vectors[j]);
          if (cosine >= leastCosine || titles[i] == titles[j]) {
            pairs.add(new ClosePair(papers[j], papers[i], cosine));
          }
        }
      }
    }
    return pairs;
  }

  private long title(int paper) throws IOException {
    List<LeafReaderContext> leaves = commit.reader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(paper, leaves));
    NumericDocValues titles = DocValues.getNumeric(leaf.reader(), PaperDocument.TITLE_HASH);
    return titles.advanceExact(paper - leaf.docBase) ? titles.longValue() : -paper - 1L;
  }
}
