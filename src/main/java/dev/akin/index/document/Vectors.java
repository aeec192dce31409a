package dev.akin.index.document;

import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/// The vectors of texts by one model, by the texts' numbers in a reader. Fast in ascending order.
/// For one thread.
///
/// @hidden public for its own room only
public final class Vectors {
  private final DocValuesCursor<KnnVectorValues.DocIndexIterator> texts;
  private @Nullable FloatVectorValues values;

  /// @param column the index of the model among the models of the index, from 0
  public Vectors(IndexReader reader, int column) {
    String field = PaperDocument.vector(column);
    this.texts = new DocValuesCursor<>(reader, segment -> open(segment, field));
  }

  private KnnVectorValues.@Nullable DocIndexIterator open(LeafReader segment, String field)
      throws IOException {
    values = segment.getFloatVectorValues(field);
    return values == null ? null : values.iterator();
  }

  /// The vector of a text.
  ///
  /// @return an array that the next call may overwrite
  /// @throws IOException if the text has no vector
  public float[] of(int text) throws IOException {
    KnnVectorValues.DocIndexIterator at = texts.at(text);
    if (at == null || values == null) {
      throw new IOException("text " + text + " has no vector");
    }
    return values.vectorValue(at.index());
  }
}
