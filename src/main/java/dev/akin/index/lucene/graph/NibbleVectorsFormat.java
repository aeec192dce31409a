package dev.akin.index.lucene.graph;

import java.io.IOException;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.hnsw.FlatVectorsReader;
import org.apache.lucene.codecs.hnsw.FlatVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsReader;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsWriter;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/// Vectors with 32 and with 4 bits a coordinate, in Lucene's files. Those of 4 bits are compared by
/// [NibbleScorer].
final class NibbleVectorsFormat extends FlatVectorsFormat {
  private static final FlatVectorsFormat WHOLE =
      new Lucene99FlatVectorsFormat(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());
  private static final NibbleScorer SCORER = new NibbleScorer();

  NibbleVectorsFormat() {
    super("AkinNibbles");
  }

  @Override
  public FlatVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
    return new Lucene104ScalarQuantizedVectorsWriter(
        state, ScalarEncoding.PACKED_NIBBLE, WHOLE.fieldsWriter(state), SCORER);
  }

  @Override
  public FlatVectorsReader fieldsReader(SegmentReadState state) throws IOException {
    return new Lucene104ScalarQuantizedVectorsReader(state, WHOLE.fieldsReader(state), SCORER);
  }
}
