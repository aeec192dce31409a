package dev.akin.index.lucene.document;

import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// The vectors of texts by one model, by the texts' numbers in a reader. Fast in ascending order.
/// For one thread.
///
/// Each vector is checked by its length, which is 1: that costs a dot product in single precision,
/// and finds a flipped bit that changes a cosine, unless it is the sign of a coordinate.
///
/// @hidden public for its own room only
public final class Vectors {
  /// A vector whose length differs from 1 by more than this is damaged.
  public static final double MAX_LENGTH_ERROR = 1e-3;

  private final IndexReader reader;
  private final DocValuesCursor<KnnVectorValues.DocIndexIterator> texts;
  private @Nullable FloatVectorValues values;

  /// @param column the index of the model among the models of the index, from 0
  public Vectors(IndexReader reader, int column) {
    this.reader = reader;
    String field = PaperDocument.vector(column);
    this.texts = new DocValuesCursor<>(reader, segment -> open(segment, field));
  }

  private KnnVectorValues.@Nullable DocIndexIterator open(LeafReader segment, String field)
      throws IOException {
    values = segment.getFloatVectorValues(field);
    return values == null ? null : values.iterator();
  }

  /// The embeddings of a text, one for each space of the index.
  public static List<Embedding> all(IndexReader reader, List<Space> spaces, int text)
      throws IOException {
    List<Embedding> embeddings = new ArrayList<>();
    for (int column = 0; column < spaces.size(); column++) {
      float[] vector = new Vectors(reader, column).of(text);
      embeddings.add(Embedding.ofUnit(spaces.get(column), vector));
    }
    return embeddings;
  }

  /// The vector of a text.
  ///
  /// @return an array that the next call may overwrite
  /// @throws IOException if the text has no vector
  /// @throws dev.akin.index.store.IndexException if it is damaged; the message names a paper
  public float[] of(int text) throws IOException {
    KnnVectorValues.DocIndexIterator at = texts.at(text);
    if (at == null || values == null) {
      throw new IOException("text " + text + " has no vector");
    }
    float[] vector = values.vectorValue(at.index());
    double length = Math.sqrt(VectorUtil.dotProduct(vector, vector));
    // Not true either if a coordinate is NaN.
    if (!(Math.abs(length - 1) <= MAX_LENGTH_ERROR)) {
      throw DamagedDocument.vector(reader, text, length);
    }
    return vector;
  }
}
