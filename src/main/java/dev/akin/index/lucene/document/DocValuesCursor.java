package dev.akin.index.lucene.document;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/// Reads one field of documents by their numbers in a reader. Fast in ascending order. For one
/// thread.
///
/// @hidden public for its own room only
public final class DocValuesCursor<T extends DocIdSetIterator> {
  /// Opens the field in a segment; absent if no document of the segment has it.
  public interface Field<T> {
    @Nullable T open(LeafReader segment) throws IOException;
  }

  private final List<LeafReaderContext> leaves;
  private final Field<T> field;
  private int leaf = -1;
  private @Nullable T values;

  public DocValuesCursor(IndexReader reader, Field<T> field) {
    this.leaves = reader.leaves();
    this.field = field;
  }

  /// The field's values, positioned at a document; absent if it has no value.
  public @Nullable T at(int document) throws IOException {
    int at = ReaderUtil.subIndex(document, leaves);
    int doc = document - leaves.get(at).docBase;
    if (at != leaf || values == null || values.docID() > doc) {
      leaf = at;
      values = field.open(leaves.get(at).reader());
    }
    return values != null && (values.docID() == doc || values.advance(doc) == doc) ? values : null;
  }
}
