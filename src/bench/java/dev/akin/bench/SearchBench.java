package dev.akin.bench;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.EarlierCodec;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.lucene.graph.PaperCodec;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.RecallAtTen;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.AkinServer;
import dev.akin.serve.ServeOptions;
import dev.akin.serve.monitor.ModelState;
import dev.akin.vector.Embedding;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.lucene.codecs.Codec;

/// How fast an index answers for random papers of it, beside how much of the exact answer it finds.
///
/// Usage: SearchBench INDEX COUNT SEED
final class SearchBench {
  /// That of akin's own search for a short list.
  private static final int OWN_BEAM = 64;

  private static final int EXPLAINED = 100;

  /// The last one counts: Java compiles what it runs often.
  private static final int PASSES = 5;

  private final PaperIndex index;
  private final Recommender recommender;
  private final List<String> ids;

  private SearchBench(PaperIndex index, int count, long seed) {
    this.index = index;
    Supplier<Embedders> none =
        () -> {
          throw new IllegalStateException("no text is embedded here");
        };
    this.recommender = new Recommender(index, none);
    this.ids = randomIds(index, count, seed);
  }

  /// The ids of random papers that have a text; one may be there twice.
  static List<String> randomIds(PaperIndex index, int count, long seed) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      List<Integer> papers = new ArrayList<>();
      snapshot.scan(papers::add);
      Random random = new Random(seed);
      List<String> ids = new ArrayList<>();
      while (ids.size() < count) {
        int paper = papers.get(random.nextInt(papers.size()));
        if (!snapshot.paper(paper).withoutText()) {
          ids.add(snapshot.id(paper).value());
        }
      }
      return ids;
    }
  }

  /// Measures and prints.
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.FILES)) {
      SearchBench bench = new SearchBench(index, count, seed);
      bench.printRecall(seed);
      double bareMillis = bench.printBareGraphs();
      bench.printInProcess(Mode.SEMANTIC, bareMillis, 2.5);
      bench.printInProcess(Mode.HYBRID, bareMillis, 7);
      bench.printInProcess(Mode.LEXICAL, bareMillis, 7);
      bench.printExplained();
      bench.printOverHttp(Mode.SEMANTIC, "at most 1.5");
      bench.printOverHttp(Mode.HYBRID, "no bound");
    }
  }

  private void printRecall(long seed) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      System.out.printf(
          Locale.ROOT,
          "%,d papers, %,d vectors, %.1f MB, %,d random papers, seed %d%n",
          snapshot.info().papers(),
          snapshot.info().vectors(),
          snapshot.info().sizeBytes() / 1e6,
          ids.size(),
          seed);
      RecallAtTen recall = snapshot.recall(ids.size(), 1.0, seed);
      System.out.printf(
          Locale.ROOT,
          "recall@10 %.4f (at least 0.99); the search alone: p50 %.3f ms%n",
          recall.recall(),
          recall.medianMillis());
    }
  }

  /// The floor: Lucene's graph search alone, over 32 bits a coordinate as akin's first graphs.
  /// Beside it graphs over 4 bits a coordinate, whose vectors Lucene compares, and akin.
  ///
  /// @return the median time of the first with the beam of akin's search for a short list
  private double printBareGraphs() throws IOException {
    printBareGraph("4 bits, compared by Lucene", EarlierCodec.quantized());
    printBareGraph("4 bits, compared by akin", new PaperCodec());
    return printBareGraph("32 bits", new EarlierCodec());
  }

  private double printBareGraph(String what, Codec codec) throws IOException {
    try (IndexSnapshot snapshot = index.snapshot();
        BareGraph graph = new BareGraph(snapshot, codec)) {
      return printBareGraph(what, snapshot, graph);
    }
  }

  private double printBareGraph(String what, IndexSnapshot snapshot, BareGraph graph)
      throws IOException {
    double[] millis = new double[ids.size()];
    for (int pass = 0; pass < PASSES; pass++) {
      for (int i = 0; i < millis.length; i++) {
        Embedding query = snapshot.embeddings(snapshot.find(ids.get(i)).orElseThrow()).getFirst();
        float[] values = query.toArray();
        long start = System.nanoTime();
        graph.search(values, OWN_BEAM);
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    return print("a bare query, beam " + OWN_BEAM + ", " + what, millis, "the floor");
  }

  /// @param most bare queries, at most
  private void printInProcess(Mode mode, double bareMillis, double most) {
    RecommendOptions options = RecommendOptions.DEFAULT.withMode(mode);
    double[] millis = new double[ids.size()];
    for (int pass = 0; pass < PASSES; pass++) {
      for (int i = 0; i < millis.length; i++) {
        long start = System.nanoTime();
        recommend(ids.get(i), options);
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    double median =
        print(
            "related by id, " + name(mode) + ", in process",
            millis,
            String.format(Locale.ROOT, "at most %.3f", most * bareMillis));
    System.out.printf(
        Locale.ROOT, "  %.1f bare queries (at most %.1f)%n", median / bareMillis, most);
  }

  /// With reasons: the model reads the paper once, which is nearly all of the time.
  private void printExplained() {
    RecommendOptions options = RecommendOptions.DEFAULT.withExplanation();
    try (Embedders embedders = Embedders.open(models(), EmbedOptions.onAllCores())) {
      Recommender explaining = new Recommender(index, () -> embedders);
      double[] millis = new double[Math.min(EXPLAINED, ids.size())];
      for (int i = 0; i < millis.length; i++) {
        long start = System.nanoTime();
        explaining.recommend(Query.of(new Example.LikePaper(ids.get(i))), options);
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
      print("the same, explained", millis, "at most 40");
    }
  }

  private Models models() {
    try (IndexSnapshot snapshot = index.snapshot()) {
      ModelStore store = new ModelStore(Path.of("models"));
      return new Models(
          snapshot.info().spaces().stream()
              .map(space -> store.find(space.model()).of(space))
              .toList());
    }
  }

  private void recommend(String id, RecommendOptions options) {
    try {
      recommender.recommend(Query.of(new Example.LikePaper(id)), options);
    } catch (NoDirectionException e) {
      throw new IllegalStateException(id, e);
    }
  }

  private void printOverHttp(Mode mode, String bound) throws Exception {
    try (AkinServer server =
            AkinServer.start(
                index, recommender, new NoModels(), ServeOptions.at("127.0.0.1", 0, "bench"));
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      double[] millis = new double[ids.size()];
      for (int pass = 0; pass < PASSES; pass++) {
        for (int i = 0; i < millis.length; i++) {
          String address =
              // Another floor each time, so that no answer is known.
              "http://127.0.0.1:%d/v1/related?mode=%s&floor=0.00%d&id=%s"
                  .formatted(
                      server.port(),
                      name(mode),
                      pass,
                      URLEncoder.encode(ids.get(i), StandardCharsets.UTF_8));
          HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
          long start = System.nanoTime();
          HttpResponse<String> response =
              client.send(request, HttpResponse.BodyHandlers.ofString());
          millis[i] = (System.nanoTime() - start) / 1e6;
          if (response.statusCode() != 200) {
            throw new IllegalStateException(address + ": " + response.body());
          }
        }
      }
      print("related by id, " + name(mode) + ", over HTTP", millis, bound);
    }
  }

  private static String name(Mode mode) {
    return mode.label();
  }

  private static double print(String what, double[] millis, String bound) {
    Arrays.sort(millis);
    double median = millis[millis.length / 2];
    System.out.printf(
        Locale.ROOT,
        "%-40s p50 %.3f ms (%s)   p99 %.3f ms%n",
        what,
        median,
        bound,
        millis[millis.length * 99 / 100]);
    return median;
  }

  /// No text is read here.
  private record NoModels() implements ModelState {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public long waitingTokens() {
      return 0;
    }

    @Override
    public long mostWaitingTokens() {
      return 0;
    }
  }
}
