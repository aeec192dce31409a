package dev.akin.index.lucene.graph;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsReader;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsWriter;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.store.DataAccessHint;
import org.apache.lucene.store.FileDataHint;
import org.apache.lucene.store.FileTypeHint;

/// Lucene's HNSW graph over vectors of 4 bits a coordinate, in Lucene's files: 32 links for each
/// node, and 200 candidates for each while the graph is built. It differs from
/// [org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat] in how vectors
/// are compared ([NibbleScorer]).
///
/// Lucene finds this class by the name that a segment has: an instance is made for it, and the
/// class is named in `META-INF/services`.
///
/// @hidden public for its own room only
public final class GraphFormat extends KnnVectorsFormat {
  private static final int LINKS = 32;
  private static final int BUILD_BEAM = 200;
  private static final int IDLE_SECONDS = 10;
  private static final int MAX_DIMENSIONS = 1024;

  /// A segment gets a graph if it has more vectors than its graph would compare for a list of this
  /// length, by Lucene's estimate: the length times the logarithm of their number. That is some
  /// 3,000 vectors. To compare so many takes about as long as a search of a large graph.
  private static final int LIST_WITHOUT_GRAPH = 375;

  private static final FlatVectorsFormat VECTORS = new NibbleVectorsFormat();
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final TaskExecutor THREADS = new TaskExecutor(threads());

  /// For Lucene.
  public GraphFormat() {
    super("AkinGraph");
  }

  private static ThreadPoolExecutor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            CORES,
            CORES,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("graph-", 1).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  @Override
  public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
    return new Lucene99HnswVectorsWriter(
        state,
        LINKS,
        BUILD_BEAM,
        VECTORS,
        VECTORS.fieldsWriter(state),
        CORES,
        CORES == 1 ? null : THREADS,
        LIST_WITHOUT_GRAPH);
  }

  @Override
  public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
    SegmentReadState random =
        state.withHints(FileTypeHint.DATA, FileDataHint.KNN_VECTORS, DataAccessHint.RANDOM);
    return new Lucene99HnswVectorsReader(state, VECTORS.fieldsReader(random));
  }

  @Override
  public int getMaxDimensions(String field) {
    return MAX_DIMENSIONS;
  }
}
