package dev.akin.index.lucene.graph;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorScorer;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;
import org.apache.lucene.util.hnsw.UpdateableRandomVectorScorer;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;

/// Compares vectors of 4 bits a coordinate: Lucene's scores, in half of the time.
///
/// Lucene compares one vector after the other, and waits for each to come from memory. Here all
/// neighbors of a place in the graph are first copied, which the processor does side by side, and
/// then compared ([NibbleProducts]). Vectors of another form or in a file that is not mapped, and
/// all where Java has no module for vectors, are compared by Lucene.
final class NibbleScorer extends Lucene104ScalarQuantizedVectorScorer {
  private static final boolean HAS_MODULE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  NibbleScorer() {
    super(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());
  }

  /// Absent if Lucene compares the vectors.
  private static @Nullable NibbleRows rows(
      VectorSimilarityFunction similarity, KnnVectorValues vectors) throws IOException {
    return HAS_MODULE
            && similarity == VectorSimilarityFunction.DOT_PRODUCT
            && vectors instanceof QuantizedByteVectorValues quantized
            && quantized.getScalarEncoding() == ScalarEncoding.PACKED_NIBBLE
        ? NibbleRows.of(quantized)
        : null;
  }

  @Override
  public RandomVectorScorer getRandomVectorScorer(
      VectorSimilarityFunction similarity, KnnVectorValues vectors, float[] query)
      throws IOException {
    NibbleRows rows = rows(similarity, vectors);
    return rows == null
        ? super.getRandomVectorScorer(similarity, vectors, query)
        : new OneAgainstRows(vectors, rows, rows.query(query));
  }

  @Override
  public RandomVectorScorerSupplier getRandomVectorScorerSupplier(
      VectorSimilarityFunction similarity, KnnVectorValues vectors) throws IOException {
    return rows(similarity, vectors) == null
        ? super.getRandomVectorScorerSupplier(similarity, vectors)
        : new Supplier((QuantizedByteVectorValues) vectors);
  }

  /// Compares the vectors of a graph that is being built with each other.
  ///
  /// @param vectors in a file that is mapped
  private record Supplier(QuantizedByteVectorValues vectors) implements RandomVectorScorerSupplier {
    @Override
    public UpdateableRandomVectorScorer scorer() throws IOException {
      NibbleRows rows = Objects.requireNonNull(NibbleRows.of(vectors.copy()));
      return new OneAgainstRows(vectors, rows, rows.query(0));
    }

    @Override
    public RandomVectorScorerSupplier copy() throws IOException {
      return new Supplier(vectors.copy());
    }
  }

  private static final class OneAgainstRows
      extends UpdateableRandomVectorScorer.AbstractUpdateableRandomVectorScorer {
    private final NibbleRows rows;
    private NibbleQuery one;

    OneAgainstRows(KnnVectorValues vectors, NibbleRows rows, NibbleQuery one) {
      super(vectors);
      this.rows = rows;
      this.one = one;
    }

    @Override
    public void setScoringOrdinal(int row) throws IOException {
      one = rows.query(row);
    }

    @Override
    public float score(int row) {
      return rows.score(one, row);
    }

    @Override
    public float bulkScore(int[] some, float[] scores, int count) {
      return rows.score(one, some, scores, count);
    }
  }
}
