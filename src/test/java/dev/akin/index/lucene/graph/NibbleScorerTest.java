package dev.akin.index.lucene.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorScorer;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsReader;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.UpdateableRandomVectorScorer;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lucene's own scorer is the oracle.
class NibbleScorerTest {
  private static final String FIELD = "vector";
  private static final VectorSimilarityFunction DOT = VectorSimilarityFunction.DOT_PRODUCT;
  private static final int ROWS = 100;

  private final NibbleScorer scorer = new NibbleScorer();
  private final Lucene104ScalarQuantizedVectorScorer lucenes =
      new Lucene104ScalarQuantizedVectorScorer(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());
  private final Random random = Seed.random();

  @TempDir Path folder;

  private interface Look {
    void at(QuantizedByteVectorValues vectors) throws IOException;
  }

  private float[] unit(int dimension) {
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return VectorUtil.l2normalize(values);
  }

  private void withRows(int dimension, Look look) throws IOException {
    withRows(dimension, FSDirectory.open(folder), look);
  }

  private void withRows(int dimension, Directory directory, Look look) throws IOException {
    try (Directory files = directory) {
      try (IndexWriter writer =
          new IndexWriter(files, new IndexWriterConfig().setCodec(new PaperCodec()))) {
        for (int i = 0; i < ROWS; i++) {
          writer.addDocument(List.of(new KnnFloatVectorField(FIELD, unit(dimension), DOT)));
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(files)) {
        CodecReader segment = (CodecReader) reader.leaves().getFirst().reader();
        Lucene99HnswVectorsReader vectors =
            (Lucene99HnswVectorsReader)
                ((PerFieldKnnVectorsFormat.FieldsReader) segment.getVectorReader())
                    .getFieldReader(FIELD);
        look.at((QuantizedByteVectorValues) vectors.getQuantizedVectorValues(FIELD));
      }
    }
  }

  private static void assertSameScores(RandomVectorScorer scorer, RandomVectorScorer oracle)
      throws IOException {
    int[] rows = IntStream.range(0, ROWS).map(i -> (i * 37) % ROWS).toArray();
    float[] scores = new float[ROWS];
    float greatest = scorer.bulkScore(rows, scores, ROWS);
    float expected = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < ROWS; i++) {
      float score = oracle.score(rows[i]);
      assertThat(scores[i]).isCloseTo(score, within(1e-6f));
      assertThat(scorer.score(rows[i])).isEqualTo(scores[i]);
      expected = Math.max(expected, scores[i]);
    }
    assertThat(greatest).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 384, 1024})
  void aQueryHasLucenesScores(int dimension) throws IOException {
    withRows(
        dimension,
        rows -> {
          for (int i = 0; i < 10; i++) {
            float[] query = unit(dimension);
            float[] before = query.clone();
            RandomVectorScorer mine = scorer.getRandomVectorScorer(DOT, rows, query);
            assertSameScores(mine, lucenes.getRandomVectorScorer(DOT, rows.copy(), query));
            assertThat(query).isEqualTo(before);
          }
        });
  }

  @Test
  void luceneComparesWhatIsNotMapped() throws IOException {
    withRows(
        384,
        new NIOFSDirectory(folder),
        rows -> {
          float[] query = unit(384);
          assertSameScores(
              scorer.getRandomVectorScorer(DOT, rows, query),
              lucenes.getRandomVectorScorer(DOT, rows.copy(), query));
          UpdateableRandomVectorScorer mine =
              scorer.getRandomVectorScorerSupplier(DOT, rows).scorer();
          UpdateableRandomVectorScorer oracle =
              lucenes.getRandomVectorScorerSupplier(DOT, rows.copy()).scorer();
          mine.setScoringOrdinal(3);
          oracle.setScoringOrdinal(3);
          assertSameScores(mine, oracle);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 384})
  void rowsHaveLucenesScores(int dimension) throws IOException {
    withRows(
        dimension,
        rows -> {
          UpdateableRandomVectorScorer mine =
              scorer.getRandomVectorScorerSupplier(DOT, rows).copy().scorer();
          UpdateableRandomVectorScorer oracle =
              lucenes.getRandomVectorScorerSupplier(DOT, rows.copy()).scorer();
          for (int row = 0; row < 10; row++) {
            mine.setScoringOrdinal(row);
            oracle.setScoringOrdinal(row);
            assertSameScores(mine, oracle);
          }
        });
  }
}
