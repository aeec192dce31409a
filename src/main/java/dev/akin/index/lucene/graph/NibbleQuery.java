package dev.akin.index.lucene.graph;

import dev.akin.vector.NibbleProducts;
import org.apache.lucene.util.quantization.OptimizedScalarQuantizer.QuantizationResult;

/// A vector of 4 bits a coordinate that is compared with others, as
/// [org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorScorer] does it. Immutable.
///
/// Coordinate i of a vector is about `lower + step · number i`, minus that of the centroid. So the
/// dot product of two vectors is a sum of four parts, of which only one needs their coordinates,
/// and two corrections for the centroid.
final class NibbleQuery {
  /// The step between two numbers is this part of the range of a vector's coordinates.
  private static final float STEP = 1f / 15;

  private final NibbleProducts products;
  private final int dimension;
  private final float lower;
  private final float step;
  private final float sum;
  private final float correction;

  /// @param numbers 0 to 15, one for each coordinate
  /// @param row what else is known of the vector
  /// @param centroid the dot product of the centroid with itself
  NibbleQuery(byte[] numbers, int dimension, QuantizationResult row, float centroid) {
    this.products = new NibbleProducts(numbers);
    this.dimension = dimension;
    this.lower = row.lowerInterval();
    this.step = step(row);
    this.sum = row.quantizedComponentSum();
    this.correction = row.additionalCorrection() - centroid;
  }

  private static float step(QuantizationResult row) {
    return (row.upperInterval() - row.lowerInterval()) * STEP;
  }

  /// How near a vector is, 0 to 1.
  ///
  /// @param packed has its numbers, two in a byte
  /// @param offset where they begin
  /// @param row what else is known of it
  float score(byte[] packed, int offset, QuantizationResult row) {
    float itsStep = step(row);
    float dot =
        row.lowerInterval() * lower * dimension
            + lower * itsStep * row.quantizedComponentSum()
            + row.lowerInterval() * step * sum
            + itsStep * step * products.with(packed, offset)
            + correction
            + row.additionalCorrection();
    return Math.clamp((1 + dot) / 2, 0, 1);
  }
}
