package dev.akin.bench;

import ai.djl.huggingface.tokenizers.Encoding;
import dev.akin.Temporary;
import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.job.IndexJob;
import dev.akin.job.JobOptions;
import dev.akin.job.JobTarget;
import dev.akin.job.progress.JobListener;
import dev.akin.job.progress.JobProgress;
import dev.akin.job.progress.JobSummary;
import dev.akin.job.progress.SourceSummary;
import dev.akin.paper.Paper;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Embeds the same papers in three ways, in turns: akin's whole job (reading, embedding, indexing),
/// the bare loop (running the model alone), and DJL's own translator with batches of 32.
///
/// Usage: EmbeddingBench MODEL_FOLDER PAPERS COUNT ROUNDS
final class EmbeddingBench {
  private final ModelFolder folder;
  private final List<Paper> papers;
  private final List<String> texts;
  private final int workers = Runtime.getRuntime().availableProcessors();

  private EmbeddingBench(Path model, Path input, int count) {
    this.folder = ModelFolder.open(model);
    this.papers = FirstPapers.of(input, count);
    this.texts = papers.stream().map(paper -> folder.document(paper).text()).toList();
  }

  /// Measures and prints.
  public static void main(String[] arguments) throws Exception {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    int rounds = Integer.parseInt(arguments[3]);
    new EmbeddingBench(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]))
        .run(rounds);
  }

  private void run(int rounds) throws Exception {
    double[] job = new double[rounds];
    double[] bare = new double[rounds];
    double[] djl = new double[rounds];
    DjlTranslator translator = new DjlTranslator(folder);
    // DJL has to be the first to touch ONNX Runtime.
    try (Embedders embedder = Embedders.open(Models.of(folder), EmbedOptions.onAllCores());
        BareLoop loop = new BareLoop(folder.path(), workers)) {
      List<Encoding> encodings = loop.tokenize(texts);
      long tokens = BareLoop.tokens(encodings);
      System.out.printf(
          Locale.ROOT,
          "%d papers, %,d tokens, %s, %d workers%n",
          papers.size(),
          tokens,
          folder.card().name(),
          workers);
      float[][] vectors = loop.embed(encodings);
      runJob(embedder, vectors);
      for (int round = 0; round < rounds; round++) {
        job[round] = runJob(embedder, vectors);
        bare[round] = loop.turn(encodings).tokensPerSecond();
        djl[round] = translator.embed(texts, tokens).tokensPerSecond();
      }
    }
    System.out.printf(Locale.ROOT, "%-34s %,9.0f tokens/s%n", "bare loop", Rates.median(bare));
    System.out.printf(
        Locale.ROOT,
        "%-34s %,9.0f tokens/s%n",
        "DJL's translator, batches of 32",
        Rates.median(djl));
    System.out.printf(Locale.ROOT, "%-34s %,9.0f tokens/s%n", "akin's job", Rates.median(job));
    System.out.printf(
        Locale.ROOT,
        "akin / bare loop %.3f (at least 0.95)   akin / DJL %.3f (at least 1.15)%n",
        Rates.ratio(job, bare),
        Rates.ratio(job, djl));
  }

  private double runJob(Embedders embedder, float[][] expected) throws Exception {
    Path directory = Files.createTempDirectory("akin-bench-");
    PaperSource source =
        PaperSource.of("papers", new ByteArrayInputStream(json().getBytes(StandardCharsets.UTF_8)));
    JobSummary done =
        new IndexJob(
                JobTarget.at(new LuceneStore(directory)),
                embedder.models(),
                () -> embedder,
                JobOptions.DEFAULT,
                new Silent())
            .run(List.of(source));
    double largest = difference(directory, expected);
    Temporary.delete(directory);
    System.out.printf(
        Locale.ROOT,
        "round: akin's job %,.0f tokens/s, largest difference from the bare loop's vectors %.1e%n",
        done.tokensPerSecond(),
        largest);
    return done.tokensPerSecond();
  }

  private String json() {
    StringBuilder lines = new StringBuilder();
    for (Paper paper : papers) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("id", paper.id().value());
      node.put("title", paper.title()).put("abstract", paper.abstractText());
      lines.append(node).append('\n');
    }
    return lines.toString();
  }

  private double difference(Path directory, float[][] expected) {
    double largest = 0;
    try (PaperIndex index = new LuceneStore(directory).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      for (int i = 0; i < papers.size(); i++) {
        int number = snapshot.find(papers.get(i).id().value()).orElseThrow();
        float[] values = snapshot.embeddings(number).getFirst().toArray();
        for (int d = 0; d < values.length; d++) {
          largest = Math.max(largest, Math.abs(values[d] - expected[i][d]));
        }
      }
    }
    return largest;
  }

  private static final class Silent implements JobListener {
    @Override
    public void refused(Problem problem) {
      throw new IllegalStateException(problem.toString());
    }

    @Override
    public void replaced(Problem problem) {
      throw new IllegalStateException(problem.toString());
    }

    @Override
    public void failed(ReadException failure) {
      throw failure;
    }

    @Override
    public void notPruned(String why) {
      throw new IllegalStateException(why);
    }

    @Override
    public void harvested(SourceSummary done) {}

    @Override
    public void rebuilding(int papers) {}

    @Override
    public void progress(JobProgress progress) {}

    @Override
    public void committed(JobSummary done) {}
  }
}
