package dev.akin.index.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/// The codec of akin's first graphs, over 32 bits a coordinate.
public final class EarlierCodec extends Lucene104Codec {
  private final KnnVectorsFormat vectors = new Lucene99HnswVectorsFormat(32, 200);

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return vectors;
  }
}
