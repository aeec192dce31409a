package dev.akin.bench;

import dev.akin.Seed;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// How much heap a paper takes: writes many made-up papers with short vectors, merges them, and
/// opens the index as a service does. Nothing is embedded.
final class HeapBench {
  private static final Space SPACE = Space.of("short", 16, Map.of("weights", "none"));
  private static final int WORDS = 20_000;
  private static final int WORDS_OF_ABSTRACT = 150;
  private static final int PAPERS_OF_COMMIT = 10_000;
  private static final int PAPERS_OF_LINE = 50_000;

  private final Random random = Seed.fixed(1);
  private final long startNanos = System.nanoTime();

  private HeapBench() {}

  /// Measures.
  ///
  /// @param arguments how many papers
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("akin-heap");
    new HeapBench().run(folder.resolve("index"), Integer.parseInt(arguments[0]));
  }

  private void run(Path index, int papers) {
    System.out.printf("heap of %,d MB%n", Runtime.getRuntime().maxMemory() >> 20);
    line("before");
    try (PaperIndexWriter writer = new LuceneStore(index).writer(List.of(SPACE))) {
      for (int i = 1; i <= papers; i++) {
        put(writer, i);
        if (i % PAPERS_OF_COMMIT == 0) {
          writer.commit();
        }
        if (i % PAPERS_OF_LINE == 0) {
          line("%,d papers written".formatted(i));
        }
      }
      writer.compact(0, null);
      line("merged");
      AtomicLong all = new AtomicLong();
      writer.scan(_ -> all.incrementAndGet());
      line("scanned " + all);
    }
    line("closed");
    try (PaperIndex opened = new LuceneStore(index).open(PaperIndex.Check.NEWEST);
        IndexSnapshot snapshot = opened.snapshot()) {
      line("opened, commit " + snapshot.info().commit());
    }
  }

  private void put(PaperIndexWriter writer, int number) {
    Paper paper = Paper.of("paper-" + number, text(8), text(WORDS_OF_ABSTRACT));
    TextKey key = TextKey.of(paper.title() + " " + paper.abstractText());
    float[] values = new float[SPACE.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    writer.addText(key, TextVectors.of(Embedding.normalize(SPACE, values)));
    writer.upsert(paper, key);
  }

  /// Rare and frequent words, as in a language.
  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      double share = random.nextDouble();
      text.append("word").append((int) (WORDS * share * share * share)).append(' ');
    }
    return text.toString();
  }

  /// What is in use after a garbage collection.
  private void line(String what) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%-24s %5d s  %5.1f MB in use%n",
        what,
        (System.nanoTime() - startNanos) / 1_000_000_000,
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
  }
}
