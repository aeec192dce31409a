package dev.akin.index.document;

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
/// Merging builds the graph with all cores. Their threads belong to the process, not to a writer:
/// they end after some idle seconds, and do not keep Java running. A graph built by several threads
/// is not the same each time; the cosines and the order of what it finds are.
///
/// @hidden public for its own room only
public final class PaperCodec extends Lucene104Codec {
  private static final int LINKS = 32;
  private static final int BUILD_BEAM = 200;
  private static final int IDLE_SECONDS = 10;

  private static final KnnVectorsFormat VECTORS =
      vectors(Runtime.getRuntime().availableProcessors());

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return VECTORS;
  }

  private static KnnVectorsFormat vectors(int cores) {
    ScalarEncoding encoding = ScalarEncoding.PACKED_NIBBLE;
    return cores == 1
        ? new Lucene104HnswScalarQuantizedVectorsFormat(encoding, LINKS, BUILD_BEAM)
        : new Lucene104HnswScalarQuantizedVectorsFormat(
            encoding, LINKS, BUILD_BEAM, cores, threads(cores));
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
