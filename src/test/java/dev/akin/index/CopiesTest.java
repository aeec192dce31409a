package dev.akin.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// R26: papers of equal text do not make others unreachable.
class CopiesTest {
  private static final int UNIQUE = 2_500;
  private static final int COPIES = 500;
  private static final int QUERIES = 200;
  private static final NearestOptions EXACT =
      new NearestOptions(Filter.NONE, NearestOptions.Method.EXACT);

  private final Path directory;

  CopiesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void doNotLowerRecall() {
    ClusteredPapers corpus = new ClusteredPapers(26, UNIQUE);
    Embedding copied = corpus.query();
    try (PaperIndexWriter writer =
        PaperIndexWriter.open(directory, List.of(ClusteredPapers.SPACE))) {
      corpus.papers().forEach((paper, embedding) -> Samples.put(writer, paper, embedding));
      for (int i = 0; i < COPIES; i++) {
        Samples.put(writer, Samples.paper("copy%03d".formatted(i), "The same text"), copied);
        Samples.put(writer, Samples.paper("empty%03d".formatted(i), ""));
      }
      writer.commit();
    }
    Samples.look(
        directory,
        snapshot -> {
          assertThat(snapshot.info().vectors()).isEqualTo(UNIQUE + 1);
          assertThat(snapshot.info().holdings().withoutText()).isEqualTo(COPIES);
          requireRecall(corpus, snapshot);
          requireEveryPaperFindsItself(corpus, snapshot);
          requireAllCopies(snapshot, copied);
        });
  }

  private static void requireRecall(ClusteredPapers corpus, IndexSnapshot snapshot) {
    double found = 0;
    for (int i = 0; i < QUERIES; i++) {
      Embedding query = corpus.query();
      List<Hit> exact = snapshot.nearest(query, 10, EXACT);
      List<Hit> hits = snapshot.nearest(query, 10, NearestOptions.DEFAULT);
      found += hits.stream().filter(exact::contains).count();
    }
    System.out.printf("recall@10 with 17 %% copies: %.4f%n", found / (10 * QUERIES));
    assertThat(found / (10 * QUERIES)).isGreaterThanOrEqualTo(0.99);
  }

  private static void requireEveryPaperFindsItself(ClusteredPapers corpus, IndexSnapshot snapshot) {
    for (var entry : corpus.papers().entrySet()) {
      PaperId id = entry.getKey().id();
      assertThat(
              Samples.ids(snapshot, snapshot.nearest(entry.getValue(), 1, NearestOptions.DEFAULT)))
          .containsExactly(id.value());
    }
  }

  private static void requireAllCopies(IndexSnapshot snapshot, Embedding copied) {
    List<String> ids =
        Samples.ids(snapshot, snapshot.nearest(copied, COPIES, NearestOptions.DEFAULT));
    assertThat(ids).hasSize(COPIES).isSorted().allMatch(id -> id.startsWith("copy"));
  }
}
