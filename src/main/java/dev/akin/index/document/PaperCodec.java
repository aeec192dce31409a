package dev.akin.index.document;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/// Lucene's codec with a denser HNSW graph: 32 links for each node, and 200 candidates for each
/// while the graph is built. It makes recall@10 exceed 0.99. Every Lucene 10 can read it.
///
/// @hidden public for its own room only
public final class PaperCodec extends Lucene104Codec {
  private static final int LINKS = 32;
  private static final int BUILD_BEAM = 200;

  private final KnnVectorsFormat vectors = new Lucene99HnswVectorsFormat(LINKS, BUILD_BEAM);

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return vectors;
  }
}
