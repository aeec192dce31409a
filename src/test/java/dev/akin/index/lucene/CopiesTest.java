package dev.akin.index.lucene;

import dev.akin.index.store.Stores;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Papers with the same text do not make other papers unreachable.
@Tag("slow")
class CopiesTest {
  private static final int UNIQUE = 12_000;
  private static final int EMPTY = 1_000;
  private static final int NEARLY = 100;
  private static final int QUERIES = 200;
  private static final double MAX_LOST = 0.01;
  private static final NearestOptions EXACT =
      new NearestOptions(Filter.NONE, NearestOptions.Method.EXACT);

  private final Path directory;

  CopiesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void doNotLowerRecall() {
    double alone = recall(0);
    for (int percent : new int[] {5, 50}) {
      assertThat(recall(percent)).isGreaterThan(alone - MAX_LOST);
    }
  }

  /// Recall@10 of an index in which many papers are copies of one text.
  private double recall(int percent) {
    ClusteredPapers corpus = new ClusteredPapers(26, UNIQUE);
    Embedding copied = corpus.query();
    int copies = UNIQUE * percent / (100 - percent);
    Path index = directory.resolve(percent + "-percent");
    try (PaperIndexWriter writer = Stores.at(index).writer(List.of(ClusteredPapers.SPACE))) {
      corpus.papers().forEach((paper, embedding) -> Samples.put(writer, paper, embedding));
      for (int i = 0; i < copies; i++) {
        Samples.put(writer, Samples.paper("copy%04d".formatted(i), "The same text"), copied);
      }
      for (int i = 0; percent > 0 && i < EMPTY; i++) {
        Samples.put(writer, Samples.paper("empty%04d".formatted(i), ""));
      }
      for (int i = 0; percent > 0 && i < NEARLY; i++) {
        String title = "The same text, nearly " + i;
        Samples.put(writer, Samples.paper("nearly%04d".formatted(i), title), near(copied, i));
      }
      writer.commit();
    }
    double[] recall = new double[1];
    Samples.look(
        index,
        snapshot -> {
          assertThat(snapshot.info().vectors()).isEqualTo(UNIQUE + (percent > 0 ? 1 + NEARLY : 0));
          assertThat(snapshot.info().holdings().withoutText()).isEqualTo(percent > 0 ? EMPTY : 0);
          recall[0] = recall(corpus, snapshot);
          requireEveryPaperFindsItself(corpus, snapshot);
          requireAllCopies(snapshot, copied, copies);
          System.out.printf(
              "recall@10 of %d unique papers with %d %% copies: %.4f; all of them find themselves%n",
              UNIQUE, percent, recall[0]);
        });
    return recall[0];
  }

  /// A vector nearer to the copies than to any other paper.
  private static Embedding near(Embedding copied, int number) {
    float[] values = copied.toArray();
    values[number % values.length] += 1e-2f * (1 + number / values.length);
    return Embedding.normalize(ClusteredPapers.SPACE, values);
  }

  private static double recall(ClusteredPapers corpus, IndexSnapshot snapshot) {
    double found = 0;
    for (int i = 0; i < QUERIES; i++) {
      Embedding query = corpus.query();
      List<Hit> exact = snapshot.nearest(query, 10, EXACT);
      List<Hit> hits = snapshot.nearest(query, 10, NearestOptions.DEFAULT);
      found += hits.stream().filter(exact::contains).count();
    }
    return found / (10 * QUERIES);
  }

  private static void requireEveryPaperFindsItself(ClusteredPapers corpus, IndexSnapshot snapshot) {
    for (var entry : corpus.papers().entrySet()) {
      PaperId id = entry.getKey().id();
      assertThat(
              Samples.ids(snapshot, snapshot.nearest(entry.getValue(), 1, NearestOptions.DEFAULT)))
          .containsExactly(id.value());
    }
  }

  private static void requireAllCopies(IndexSnapshot snapshot, Embedding copied, int copies) {
    if (copies > 0) {
      List<String> ids =
          Samples.ids(snapshot, snapshot.nearest(copied, copies, NearestOptions.DEFAULT));
      assertThat(ids).hasSize(copies).isSorted().allMatch(id -> id.startsWith("copy"));
    }
  }
}
