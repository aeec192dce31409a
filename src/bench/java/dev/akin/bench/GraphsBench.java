package dev.akin.bench;

import ai.djl.huggingface.tokenizers.Encoding;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Precision;
import dev.akin.embed.run.EmbeddedText;
import dev.akin.embed.run.Embedder;
import dev.akin.paper.Paper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// What rewriting a model's graph brings: the graphs in turns, on the same texts, beside bare loops
/// on what was published in single precision and with 8 bits; and how many of the ten nearest of
/// every paper stay.
///
/// Usage: GraphsBench MODEL INT8_MODEL PAPERS COUNT ROUNDS, or GraphsBench MODEL PAPERS COUNT
final class GraphsBench {
  private static final int NEAREST = 10;

  private final ModelFolder model;
  private final List<ModelText> texts;

  private GraphsBench(Path model, Path papers, int count) {
    this.model = ModelFolder.open(model);
    this.texts = FirstPapers.of(papers, count).stream().map(this::text).toList();
  }

  private ModelText text(Paper paper) {
    return model.document(paper);
  }

  /// Measures and prints.
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 3) {
      new GraphsBench(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]))
          .compareNeighbors();
    } else {
      new GraphsBench(Path.of(arguments[0]), Path.of(arguments[2]), Integer.parseInt(arguments[3]))
          .race(Path.of(arguments[1]), Integer.parseInt(arguments[4]));
    }
  }

  /// The same model without what was made of its graph.
  private ModelFolder published() throws Exception {
    Path folder = Files.createTempDirectory("akin-bench-");
    for (String file : List.of("model.json", "model.onnx", "tokenizer.json")) {
      Files.createSymbolicLink(folder.resolve(file), model.path().toAbsolutePath().resolve(file));
    }
    return ModelFolder.open(folder);
  }

  private Map<Precision, Embedder> embedders() {
    Map<Precision, Embedder> embedders = new EnumMap<>(Precision.class);
    for (Precision precision : Precision.values()) {
      embedders.put(
          precision, Embedder.open(model.withPrecision(precision), EmbedOptions.onAllCores()));
    }
    return embedders;
  }

  private Turn turn(Embedder embedder) {
    long start = System.nanoTime();
    List<EmbeddedText> embedded = embedder.embed(texts);
    return Turn.since(
        start, embedded.stream().mapToLong(EmbeddedText::tokens).sum(), vectors(embedded));
  }

  private static List<float[]> vectors(List<EmbeddedText> embedded) {
    return embedded.stream()
        .map(text -> Objects.requireNonNull(text.embedding()).toArray())
        .toList();
  }

  private void race(Path int8, int rounds) throws Exception {
    int workers = Runtime.getRuntime().availableProcessors();
    Map<Precision, Embedder> embedders = embedders();
    try (Embedder asPublished = Embedder.open(published(), EmbedOptions.onAllCores());
        BareLoop loop = new BareLoop(model.path(), workers);
        BareLoop integers = new BareLoop(int8, workers)) {
      List<Encoding> encodings = loop.tokenize(texts.stream().map(ModelText::text).toList());
      Peer bare = new Peer("bare loop, published", () -> loop.turn(encodings));
      List<Peer> peers = new ArrayList<>();
      peers.add(bare);
      peers.add(new Peer("bare loop, published int8", () -> integers.turn(encodings)));
      peers.add(new Peer("akin, published graph", () -> turn(asPublished)));
      embedders.forEach(
          (precision, embedder) ->
              peers.add(new Peer("akin, " + precision.label(), () -> turn(embedder))));
      for (Peer peer : peers) {
        peer.embed().call();
      }
      for (int round = 0; round < rounds; round++) {
        for (Peer peer : peers) {
          peer.takeTurn(bare);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s, %d texts, %,d tokens, %d processors, %d rounds%n",
          model.card().name(),
          texts.size(),
          BareLoop.tokens(encodings),
          workers,
          rounds);
      for (Peer peer : peers) {
        System.out.printf(
            Locale.ROOT,
            "%-28s %,8.0f tokens/s   %.2f of the bare loop   mean cosine %.5f%n",
            peer.name(),
            peer.tokensPerSecond(),
            peer.ratio(),
            peer.cosine(bare));
      }
    } finally {
      embedders.values().forEach(Embedder::close);
    }
  }

  private void compareNeighbors() {
    Map<Precision, Embedder> embedders = embedders();
    try {
      Map<Precision, int[][]> nearest = new EnumMap<>(Precision.class);
      embedders.forEach(
          (precision, embedder) -> nearest.put(precision, nearest(turn(embedder).vectors())));
      int[][] exact = Objects.requireNonNull(nearest.get(Precision.FP32));
      nearest.forEach(
          (precision, ids) ->
              System.out.printf(
                  Locale.ROOT,
                  "%-10s %.4f of the ten nearest of %d papers are those of fp32%n",
                  precision.label(),
                  overlap(exact, ids),
                  texts.size()));
    } finally {
      embedders.values().forEach(Embedder::close);
    }
  }

  private static int[][] nearest(List<float[]> vectors) {
    return IntStream.range(0, vectors.size())
        .parallel()
        .mapToObj(paper -> nearest(vectors, paper))
        .toArray(int[][]::new);
  }

  private static int[] nearest(List<float[]> vectors, int paper) {
    double[] products =
        vectors.stream().mapToDouble(other -> product(vectors.get(paper), other)).toArray();
    return IntStream.range(0, products.length)
        .filter(other -> other != paper)
        .boxed()
        .sorted((one, other) -> Double.compare(products[other], products[one]))
        .limit(NEAREST)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  private static double overlap(int[][] some, int[][] others) {
    long same = 0;
    long all = 0;
    for (int paper = 0; paper < some.length; paper++) {
      int[] other = others[paper];
      same +=
          IntStream.of(some[paper])
              .filter(id -> IntStream.of(other).anyMatch(o -> o == id))
              .count();
      all += some[paper].length;
    }
    return (double) same / all;
  }
}
