package dev.akin.index.lucene.search;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.document.TextTable;
import dev.akin.vector.Cosine;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.FloatHeap;
import org.jspecify.annotations.Nullable;

/// Compares a vector with those of all texts, or of some, in single precision, and keeps those that
/// may be among the nearest in double. Its memory depends on how many are wanted, not on the index.
final class ExactSearch {
  /// Vectors from one look at the clock to the next; some 0.1 ms.
  private static final int VECTORS_A_LOOK = 512;

  private final SearchTime time;
  private final FloatHeap best;
  private final int count;

  /// Texts whose scores were among the best when they were met, in ascending order.
  private int[] texts;

  private float[] scores;
  private int size;

  /// @param count how many texts are wanted
  ExactSearch(SearchTime time, int count) {
    this.time = time;
    this.count = count;
    this.best = new FloatHeap(count);
    this.texts = new int[2 * count];
    this.scores = new float[2 * count];
  }

  /// The texts that may be among the nearest, in ascending order.
  ///
  /// @param column the index of the query's model among the models of the index, from 0
  /// @param among the texts that may be found; absent for all
  int[] texts(OpenCommit commit, int column, float[] query, @Nullable FixedBitSet among)
      throws IOException {
    TextTable table = commit.texts();
    for (LeafReaderContext leaf : commit.reader().leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(PaperDocument.vector(column));
      if (values == null) {
        continue;
      }
      KnnVectorValues.DocIndexIterator docs = values.iterator();
      int compared = 0;
      for (int doc = next(docs, leaf.docBase, among);
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = next(docs, leaf.docBase, among)) {
        if (compared++ % VECTORS_A_LOOK == 0 && time.shouldExit()) {
          break;
        }
        int text = leaf.docBase + doc;
        if (table.paperOf(text) >= 0) {
          add(text, VectorUtil.dotProduct(query, values.vectorValue(docs.index())));
        }
      }
    }
    dropTheFar();
    return Arrays.copyOf(texts, size);
  }

  /// The next document that may be found.
  private static int next(DocIdSetIterator docs, int base, @Nullable FixedBitSet among)
      throws IOException {
    int doc = docs.nextDoc();
    while (among != null && doc != DocIdSetIterator.NO_MORE_DOCS && !among.get(base + doc)) {
      doc = docs.advance(among.nextSetBit(base + doc) - base);
    }
    return doc;
  }

  private void add(int text, float score) {
    if (score < least()) {
      return;
    }
    best.offer(score);
    if (size == texts.length) {
      dropTheFar();
      // Many may be as near as the last one.
      texts = ArrayUtil.grow(texts, 2 * size);
      scores = ArrayUtil.grow(scores, texts.length);
    }
    texts[size] = text;
    scores[size++] = score;
  }

  /// A lower score cannot be among the best in double precision.
  private float least() {
    return best.size() < count ? Float.NEGATIVE_INFINITY : best.peek() - Cosine.FLOAT_ERROR;
  }

  private void dropTheFar() {
    float least = least();
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (scores[i] >= least) {
        texts[kept] = texts[i];
        scores[kept++] = scores[i];
      }
    }
    size = kept;
  }
}
