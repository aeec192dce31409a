package dev.akin.index.lucene.graph;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/// Lucene's codec with akin's graph ([GraphFormat]).
///
/// A vector is stored twice: with 32 bits a coordinate, which everything reads that needs a cosine,
/// and with 4 bits a coordinate, which only the graph reads. Its scores are a little wrong, so a
/// search compares what the graph finds once more. A segment names the format that it was written
/// in: segments of an earlier akin are read as they are, and written in this format when they are
/// merged.
///
/// Small segments have no graph: their vectors are compared one by one. So a paper that is written
/// waits for no graph, and a graph is not built for a segment that is merged soon.
///
/// Merging builds the graph with all cores. Their threads belong to the process, not to a writer:
/// they end after some idle seconds, and do not keep Java running. A graph built by several threads
/// is not the same each time; the cosines and the order of what it finds are.
///
/// @hidden public for its own room only
public final class PaperCodec extends Lucene104Codec {
  private static final KnnVectorsFormat VECTORS = new GraphFormat();

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return VECTORS;
  }
}
