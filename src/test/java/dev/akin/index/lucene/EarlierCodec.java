package dev.akin.index.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/// The codecs of akin's earlier graphs.
public final class EarlierCodec extends Lucene104Codec {
  private final KnnVectorsFormat vectors;

  /// Of the first ones, over 32 bits a coordinate.
  public EarlierCodec() {
    this(new Lucene99HnswVectorsFormat(32, 200));
  }

  private EarlierCodec(KnnVectorsFormat vectors) {
    this.vectors = vectors;
  }

  /// Of the next ones, over 4 bits a coordinate, compared by Lucene.
  public static EarlierCodec quantized() {
    return new EarlierCodec(
        new Lucene104HnswScalarQuantizedVectorsFormat(
            ScalarEncoding.PACKED_NIBBLE, 32, 200, 1, null, 0));
  }

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return vectors;
  }
}
