package dev.akin.index.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphQueryTest {
  /// For a tenth of the documents: 6.4 of the 64 nearest, and four deviations of 2.4.
  @ParameterizedTest
  @CsvSource({"1, 64", "0.98, 65", "0.5, 48", "0.1, 16", "0.001, 8", "0, 8"})
  void aSegmentIsSearchedWithABeamForItsShare(double share, int beam) {
    assertThat(GraphQuery.beam(64, share)).isEqualTo(beam);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 2", "5, 0.001, 6"})
  void theBeamIsAtMostOneWiderThanTheSearch(int all, double share, int beam) {
    assertThat(GraphQuery.beam(all, share)).isEqualTo(beam);
  }

  @Test
  void underAFilterBeamsAreLucenesAndFewVectorsAreComparedAtOnce() throws IOException {
    assertThat(beamAndLimit(MatchAllDocsQuery.INSTANCE, 20_000)).containsExactly(90, 20_000);
    assertThat(beamAndLimit(MatchAllDocsQuery.INSTANCE, 16_000)).containsExactly(90, 0);
    assertThat(beamAndLimit(null, Integer.MAX_VALUE)).containsExactly(64, Integer.MAX_VALUE);
  }

  /// In an index of one segment, where Lucene's own beam would be 90.
  private static List<Integer> beamAndLimit(@Nullable Query filter, int limit) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.addDocument(new Document());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        KnnCollector collector =
            new GraphQuery("vector", new float[] {1}, 64, filter)
                .getKnnCollectorManager(64, new IndexSearcher(reader))
                .newOptimisticCollector(
                    limit, KnnSearchStrategy.Hnsw.DEFAULT, reader.leaves().getFirst(), 90);
        return List.of(collector.k(), Math.toIntExact(collector.visitLimit()));
      }
    }
  }
}
