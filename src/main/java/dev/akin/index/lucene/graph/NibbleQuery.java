package dev.akin.index.lucene.graph;

import dev.akin.vector.NibbleProducts;

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
  /// @param lower the least coordinate
  /// @param upper the greatest one
  /// @param sum of the numbers
  /// @param correction the dot product of the vector with the centroid, minus that of the centroid
  ///   with itself
  NibbleQuery(byte[] numbers, int dimension, float lower, float upper, int sum, float correction) {
    this.products = new NibbleProducts(numbers);
    this.dimension = dimension;
    this.lower = lower;
    this.step = (upper - lower) * STEP;
    this.sum = sum;
    this.correction = correction;
  }

  /// How near a vector is, 0 to 1.
  ///
  /// @param packed has its numbers, two in a byte
  /// @param offset where they begin
  /// @param itsLower its least coordinate
  /// @param itsUpper its greatest one
  /// @param itsSum the sum of its numbers
  /// @param itsCorrection its dot product with the centroid
  float score(
      byte[] packed, int offset, float itsLower, float itsUpper, int itsSum, float itsCorrection) {
    float itsStep = (itsUpper - itsLower) * STEP;
    float dot =
        itsLower * lower * dimension
            + lower * itsStep * itsSum
            + itsLower * step * sum
            + itsStep * step * products.with(packed, offset)
            + correction
            + itsCorrection;
    return Math.clamp((1 + dot) / 2, 0, 1);
  }
}
