package dev.akin.bench;

import dev.akin.Temporary;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.index.word.QueryTerms;
import dev.akin.index.word.QueryText;
import dev.akin.paper.Paper;
import dev.akin.vector.AllPairs;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import dev.akin.vector.NeighborLists;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The few loops that a plain timing misjudges, each alone: the compiler would leave out a dot
/// product whose result nobody uses. `scripts/bench kernels` runs them.
@BenchmarkMode(Mode.AverageTime)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Kernels {
  private static final int DIMENSION = 384;
  private static final int ROWS = 4_096;

  /// Unit vectors with as many dimensions as those of the default model.
  @State(Scope.Benchmark)
  public static class Rows {
    private final float[][] rows = new float[ROWS][];

    /// Draws them.
    public Rows() {
      Space space = Space.of("random", DIMENSION, Map.of());
      Random random = new Random(1);
      for (int i = 0; i < ROWS; i++) {
        rows[i] = embedding(space, random).toArray();
      }
    }
  }

  /// An index of papers whose words are as unequally common as those of a language.
  @State(Scope.Benchmark)
  public static class Papers {
    private static final int PAPERS = 20_000;
    private static final int WORDS = 100;

    private final Path folder;
    private final PaperIndex index;
    private final IndexSnapshot snapshot;
    private final QueryTerms terms;

    /// A few hundred candidates, as a search has them.
    private final int[] candidates = IntStream.range(0, 300).map(i -> i * 61).toArray();

    /// Writes the index.
    public Papers() {
      folder = folder();
      Space space = Space.of("random", 2, Map.of());
      Random random = new Random(1);
      try (PaperIndexWriter writer = new LuceneStore(folder).writer(List.of(space))) {
        for (int i = 0; i < PAPERS; i++) {
          String text = text(random);
          TextKey key = TextKey.of(text);
          writer.addText(key, TextVectors.of(embedding(space, random)));
          writer.upsert(Paper.of("p" + i, "", text), key);
        }
        writer.commit();
      }
      index = new LuceneStore(folder).open(PaperIndex.Check.NOTHING);
      snapshot = index.snapshot();
      terms = snapshot.words(List.of(new QueryText("", text(random), "en")));
    }

    private static Path folder() {
      try {
        return Files.createTempDirectory("akin-kernels");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// Word n is n times rarer than the first.
    private static String text(Random random) {
      return IntStream.range(0, WORDS)
          .mapToObj(i -> "w" + (int) Math.exp(random.nextDouble() * Math.log(30_000)))
          .collect(Collectors.joining(" "));
    }

    /// Deletes the index.
    @TearDown
    public void delete() {
      snapshot.close();
      index.close();
      Temporary.delete(folder);
    }
  }

  private static Embedding embedding(Space space, Random random) {
    float[] values = new float[space.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalize(space, values);
  }

  /// One product of 384 pairs of floats, in double precision.
  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public double dotProduct(Rows rows) {
    return Cosine.dot(rows.rows[0], rows.rows[1]);
  }

  /// The ten nearest of each of 4,096 rows, on one thread.
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public NeighborLists allPairs(Rows rows) {
    return new AllPairs(10, 1).of(rows.rows, share -> {});
  }

  /// The scores of 300 papers by the words of a text of 100.
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public List<Hit> wordScores(Papers papers) {
    return papers.snapshot.lexical(papers.terms, papers.candidates);
  }
}
