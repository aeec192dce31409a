package dev.akin.index.lucene.document;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/// Lucene's codec with a denser HNSW graph over quantized vectors: 32 links for each node, and 200
/// candidates for each while the graph is built.
///
/// A vector is stored twice: with 32 bits a coordinate, which everything reads that needs a cosine,
/// and with 4 bits a coordinate, which only the graph reads. Its scores are a little wrong, so a
/// search compares what the graph finds once more. A segment names the format that it was written
/// in: segments of an earlier akin, whose graph has no quantized vectors, are read as they are, and
/// written in this format when they are merged.
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
  private static final int LINKS = 32;
  private static final int BUILD_BEAM = 200;
  private static final int IDLE_SECONDS = 10;

  /// A segment gets a graph if it has more vectors than its graph would compare for a list of this
  /// length, by Lucene's estimate: the length times the logarithm of their number. That is some
  /// 11,000 vectors. To compare so many takes about as long as a search of a large graph.
  private static final int LIST_WITHOUT_GRAPH = 1_200;

  private static final KnnVectorsFormat VECTORS =
      vectors(Runtime.getRuntime().availableProcessors());

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return VECTORS;
  }

  private static KnnVectorsFormat vectors(int cores) {
    return new Lucene104HnswScalarQuantizedVectorsFormat(
        ScalarEncoding.PACKED_NIBBLE,
        LINKS,
        BUILD_BEAM,
        cores,
        cores == 1 ? null : threads(cores),
        LIST_WITHOUT_GRAPH);
  }

  private static ThreadPoolExecutor threads(int cores) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            cores,
            cores,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("graph-", 1).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
