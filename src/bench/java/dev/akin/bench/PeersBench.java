package dev.akin.bench;

import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.Encoding;
import dev.akin.embed.model.ModelFolder;
import dev.akin.paper.Paper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Embeds the same texts with the same weights by other tools, in turns with the bare loop: one
/// turn of it before each of theirs, as the machine may be another a minute later.
///
/// Usage: PeersBench PAPERS COUNT ROUNDS
final class PeersBench {
  private static final Path MODELS = Path.of("models");
  private static final int SOME = 16;
  private static final double SAME = 0.999;

  private final ModelFolder folder = ModelFolder.open(MODELS.resolve("all-minilm-l6-v2"));
  private final List<Peer> peers = new ArrayList<>();
  private final List<String> texts;

  private PeersBench(List<Paper> papers) {
    this.texts = papers.stream().map(paper -> folder.document(paper).text()).toList();
  }

  /// Measures and prints.
  public static void main(String[] arguments) throws Exception {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    // DJL has to be the first to touch ONNX Runtime.
    Engine.getEngine("OnnxRuntime");
    List<Paper> papers = FirstPapers.of(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    new PeersBench(papers).run(Integer.parseInt(arguments[2]));
  }

  private void run(int rounds) throws Exception {
    int workers = Runtime.getRuntime().availableProcessors();
    try (BareLoop fp32 = new BareLoop(folder.path(), workers)) {
      List<Encoding> encodings = fp32.tokenize(texts);
      List<Encoding> cut = fp32.tokenize(texts, LangChain.MAX_TOKENS);
      long tokens = BareLoop.tokens(encodings);
      System.out.printf(
          Locale.ROOT,
          "%d papers, %,d tokens, %s, %d cores, %d rounds%n",
          texts.size(),
          tokens,
          folder.card().name(),
          workers,
          rounds);
      Peer bare = add("bare loop, published fp32", () -> fp32.turn(encodings));
      Peer bareCut =
          add("bare loop, first %d tokens".formatted(LangChain.MAX_TOKENS), () -> fp32.turn(cut));
      DjlTranslator translator = new DjlTranslator(folder);
      Peer djl = add("DJL's translator, batches of 32", () -> translator.embed(texts, tokens));
      LangChain langChain = new LangChain();
      Peer chain =
          add(
              "langchain4j, reads the first %d tokens".formatted(LangChain.MAX_TOKENS),
              () -> langChain.embed(texts));
      Optional<Peer> js = transformersJs(tokens);
      // DJL's translator and Node's process warm up in each of their turns.
      fp32.embed(cut);
      langChain.embed(some());
      for (int round = 0; round < rounds; round++) {
        for (Peer peer : peers) {
          peer.takeTurn(bare);
        }
      }
      peers.forEach(peer -> print(peer, bare));
      check(djl, bare);
      check(chain, bareCut);
      js.ifPresent(peer -> check(peer, bare));
    }
  }

  private Peer add(String name, Callable<Turn> embed) {
    Peer peer = new Peer(name, embed);
    peers.add(peer);
    return peer;
  }

  private Optional<Peer> transformersJs(long tokens) throws InterruptedException {
    try {
      TransformersJs js = TransformersJs.open(folder, some());
      return Optional.of(
          add("transformers.js in Node, batches of " + js.batch(), () -> js.embed(texts, tokens)));
    } catch (IOException e) {
      System.out.printf("transformers.js in Node: not here: %s%n", e.getMessage());
      return Optional.empty();
    }
  }

  private List<String> some() {
    return texts.subList(0, Math.min(SOME, texts.size()));
  }

  private static void print(Peer peer, Peer bare) {
    System.out.printf(
        Locale.ROOT,
        "%-40s %,9.0f tokens/s   %.2f of the bare loop   mean cosine to its vectors %.4f%n",
        peer.name(),
        peer.tokensPerSecond(),
        peer.ratio(),
        peer.cosine(bare));
  }

  /// Says whether it embeds what it should.
  private static void check(Peer peer, Peer expected) {
    double cosine = peer.cosine(expected);
    System.out.printf(
        Locale.ROOT,
        "%s: %s, mean cosine %.5f to %s (above %.3f), %.2f of its rate%n",
        peer.name(),
        cosine > SAME ? "the same vectors" : "WRONG VECTORS",
        cosine,
        expected.name(),
        SAME,
        peer.ratio() / expected.ratio());
  }
}
