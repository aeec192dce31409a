package dev.akin.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.commit.NewestCommit;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.NearestOptions.Method;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.vector.Embedding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The first graphs had no quantized vectors; the next ones had, in a format of Lucene's.
class EarlierGraphTest {
  private static final String NOW = "AkinGraph";
  private static final int PAPERS = 4_000;
  private static final int QUERIES = 50;

  private final ClusteredPapers corpus = new ClusteredPapers(7, PAPERS);
  @TempDir Path directory;

  private void write(int from, int to, boolean compact) {
    try (PaperIndexWriter writer =
        new LuceneStore(directory).writer(List.of(ClusteredPapers.SPACE))) {
      corpus.papers().entrySet().stream()
          .skip(from)
          .limit(to - from)
          .forEach(paper -> Samples.put(writer, paper.getKey(), paper.getValue()));
      writer.commit();
      if (compact) {
        writer.compact(0, null);
      }
    }
  }

  private void writeWith(EarlierCodec codec) throws IOException {
    Path build = Damage.build(directory);
    try (FSDirectory files = FSDirectory.open(build);
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig().setCodec(codec))) {
      writer.setLiveCommitData(NewestCommit.in(build).facts().entrySet());
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private List<String> formats() throws IOException {
    List<String> formats = new ArrayList<>();
    try (FSDirectory files = FSDirectory.open(Damage.build(directory));
        DirectoryReader reader = DirectoryReader.open(files)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        FieldInfo vectors =
            Objects.requireNonNull(leaf.reader().getFieldInfos().fieldInfo("vector0"));
        formats.add(vectors.getAttribute(PerFieldKnnVectorsFormat.PER_FIELD_FORMAT_KEY));
      }
    }
    return formats;
  }

  /// The share of the ten nearest that the graph finds, all with their exact cosines.
  private double recall() {
    List<Embedding> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(corpus.query());
    }
    List<Integer> found = new ArrayList<>();
    Samples.look(
        directory,
        snapshot -> {
          for (Embedding query : queries) {
            Set<Hit> exact = new HashSet<>(nearest(snapshot, query, Method.EXACT));
            assertThat(exact).hasSize(10);
            found.add(
                (int)
                    nearest(snapshot, query, Method.GRAPH).stream()
                        .filter(exact::contains)
                        .count());
          }
        });
    return found.stream().mapToInt(Integer::intValue).average().orElseThrow() / 10;
  }

  private static List<Hit> nearest(IndexSnapshot snapshot, Embedding query, Method method) {
    return snapshot.nearest(query, 10, new NearestOptions(Filter.NONE, method));
  }

  private static List<Arguments> earlier() {
    return List.of(
        Arguments.of("Lucene99HnswVectorsFormat", new EarlierCodec()),
        Arguments.of("Lucene104HnswBinaryQuantizedVectorsFormat", EarlierCodec.quantized()));
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void itAnswersBesideANewOneUntilTheyAreMerged(String name, EarlierCodec codec)
      throws IOException {
    write(0, PAPERS / 4, false);
    write(PAPERS / 4, PAPERS / 2, false);
    writeWith(codec);
    assertThat(formats()).containsExactly(name);
    write(PAPERS / 2, PAPERS, false);
    assertThat(formats()).containsExactly(name, NOW);
    assertThat(recall()).isGreaterThanOrEqualTo(0.99);
    write(0, 0, true);
    assertThat(formats()).containsExactly(NOW);
    assertThat(recall()).isGreaterThanOrEqualTo(0.99);
  }
}
