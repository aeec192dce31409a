package dev.akin.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/// The vectors of texts by one model, by their number in a reader. Fast when asked in ascending
/// order; for one thread.
final class Vectors {
  private final String field;
  private final List<LeafReaderContext> leaves;
  private int leaf = -1;
  private @Nullable FloatVectorValues values;
  private KnnVectorValues.@Nullable DocIndexIterator docs;

  /// @param column the model's place among those of the index
  Vectors(IndexReader reader, int column) {
    this.field = PaperDocument.vector(column);
    this.leaves = reader.leaves();
  }

  /// @return an array that the next call may overwrite
  /// @throws IOException if there is no such text
  float[] of(int text) throws IOException {
    int at = ReaderUtil.subIndex(text, leaves);
    int doc = text - leaves.get(at).docBase;
    if (at != leaf || docs == null || docs.docID() > doc) {
      leaf = at;
      values = leaves.get(at).reader().getFloatVectorValues(field);
      docs = values == null ? null : values.iterator();
    }
    if (values == null || docs == null || (docs.docID() != doc && docs.advance(doc) != doc)) {
      throw new IOException("text " + text + " has no vector");
    }
    return values.vectorValue(docs.index());
  }
}
