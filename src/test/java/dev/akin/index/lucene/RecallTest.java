package dev.akin.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.Filter;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.NearestOptions.Method;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.RecallAtTen;
import dev.akin.index.store.Stores;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares graph search, exact search and a plain loop. The index has a large and a small segment,
/// and one paper in six was deleted. A cluster gets fewer papers and queries, to end in time.
@Tag("slow")
@BothStores
class RecallTest {
  private static final long SEED = 42;
  private static final int PAPERS = Stores.areInCluster() ? 3_000 : 12_000;
  private static final int QUERIES = Stores.areInCluster() ? 25 : 100;

  /// Of a cosine, as a cluster computes it.
  private static final double FLOAT_ERROR = 1e-6;

  private static final ClusteredPapers CORPUS = new ClusteredPapers(SEED, PAPERS);
  private static final Set<PaperId> DELETED = new HashSet<>();
  private static Path directory = Path.of("");

  @BeforeAll
  static void index(@TempDir Path made) {
    directory = made;
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(ClusteredPapers.SPACE))) {
      List<Paper> papers = List.copyOf(CORPUS.papers().keySet());
      int count = 0;
      for (var paper : CORPUS.papers().entrySet()) {
        expect(writer, papers, count);
        Samples.put(writer, paper.getKey(), paper.getValue());
        if (++count == PAPERS / 2 || count == PAPERS - 100) {
          writer.compact(0, null);
        }
      }
      writer.commit();
      count = 0;
      for (Paper paper : papers) {
        expect(writer, papers, count++);
        if (paper.id().value().hashCode() % 6 == 0) {
          DELETED.add(paper.id());
          writer.delete(paper.id());
        }
      }
      writer.commit();
    }
  }

  /// A cluster is far away.
  private static void expect(PaperIndexWriter writer, List<Paper> papers, int from) {
    if (from % 1_000 == 0) {
      writer.expect(papers.subList(from, Math.min(PAPERS, from + 1_000)), Samples::keyOf);
    }
  }

  private static boolean passes(Paper paper, String category) {
    return paper.categories().contains(category) && !DELETED.contains(paper.id());
  }

  private static Filter filter(String category) {
    return category.equals("all")
        ? Filter.NONE
        : new Filter(null, null, List.of(category), List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "half", "tenth", "hundredth"})
  void exactSearchFindsWhatAPlainLoopFinds(String category) {
    NearestOptions exact = new NearestOptions(filter(category), Method.EXACT);
    Samples.look(
        directory,
        snapshot -> {
          for (int i = 0; i < QUERIES; i++) {
            Embedding query = CORPUS.query();
            requireSame(
                query,
                Samples.ids(snapshot, snapshot.nearest(query, 10, exact)),
                CORPUS.nearest(query, 10, paper -> passes(paper, category)));
          }
        });
  }

  /// In a cluster, papers may change places whose cosines are the same but for the error of floats.
  private static void requireSame(Embedding query, List<String> found, List<String> expected) {
    if (!Stores.areInCluster()) {
      assertThat(found).isEqualTo(expected);
      return;
    }
    assertThat(found).doesNotHaveDuplicates().hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(CORPUS.cosine(query, found.get(i)))
          .isCloseTo(CORPUS.cosine(query, expected.get(i)), within(FLOAT_ERROR));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "half", "tenth", "hundredth"})
  void theGraphFindsNearlyAllOfIt(String category) {
    NearestOptions graph = new NearestOptions(filter(category), Method.GRAPH);
    Samples.look(
        directory,
        snapshot -> {
          double found = 0;
          double wanted = 0;
          for (int i = 0; i < QUERIES; i++) {
            Embedding query = CORPUS.query();
            Set<String> exact =
                new HashSet<>(CORPUS.nearest(query, 10, paper -> passes(paper, category)));
            wanted += exact.size();
            List<String> ids = Samples.ids(snapshot, snapshot.nearest(query, 10, graph));
            assertThat(ids).hasSameSizeAs(exact);
            found += ids.stream().filter(exact::contains).count();
          }
          System.out.printf("recall@10 among %s: %.4f%n", category, found / wanted);
          assertThat(found / wanted).isGreaterThanOrEqualTo(0.99);
        });
  }

  @Test
  void anAnswerDoesNotChangeWithTheNumberAskedFor() {
    Samples.look(
        directory,
        snapshot -> {
          for (int i = 0; i < 20; i++) {
            Embedding query = CORPUS.query();
            assertThat(snapshot.nearest(query, 5, NearestOptions.DEFAULT))
                .isEqualTo(snapshot.nearest(query, 50, NearestOptions.DEFAULT).subList(0, 5));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1})
  void theIndexMeasuresItsOwnRecall(double share) {
    Samples.look(
        directory,
        snapshot -> {
          RecallAtTen recall = snapshot.recall(50, share, SEED);
          assertThat(recall.recall()).isBetween(0.99, 1.0);
          assertThat(recall.queries()).isEqualTo(50);
          assertThat(recall.share()).isEqualTo(share);
          assertThat(recall.medianMillis()).isPositive();
        });
  }

  @Test
  void anEmptyIndexMissesNothing(@TempDir Path empty) {
    Stores.at(empty).writer(List.of(ClusteredPapers.SPACE)).close();
    Samples.look(
        empty,
        snapshot -> {
          assertThat(snapshot.recall(50, 0.5, SEED).recall()).isEqualTo(1);
          assertThat(snapshot.recall(50, 0.5, SEED).queries()).isZero();
        });
  }
}
