package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import dev.akin.base.AkinException;
import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.embed.model.Batching;
import dev.akin.embed.model.Device;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.vector.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The embedder around a [TinyModel], whose vectors can be told by hand.
class EmbedderTest {
  private static final EmbedOptions OPTIONS = new EmbedOptions(Device.CPU, 2, 8, null);

  private final Path path;

  EmbedderTest(@TempDir Path path) {
    this.path = path;
  }

  @Test
  void feedsInputsByNameWhateverTheirOrder() {
    try (Embedder embedder = Embedder.open(tiny(TinyModel.Output.STATES), OPTIONS)) {
      // Tokens 3 and 1: states (3, 1) and (1, 1), their mean (2, 1), of length 2.2361.
      assertDirection(embedder.embed(text("c a")), 0.8944, 0.4472);
      // Beside a longer text there are two tokens of padding, (0, 0) each: the same.
      assertDirection(embedder.embed(List.of(text("a a a a"), text("c a"))).get(1), 0.8944, 0.4472);
    }
  }

  @Test
  void poolsAsTheCardSays() {
    ModelFolder cls = tiny(TinyModel.Output.STATES, card -> card.put("pooling", "cls"));
    try (Embedder embedder = Embedder.open(cls, OPTIONS)) {
      // The first token is 3: (3, 1), of length 3.1623.
      assertDirection(embedder.embed(text("c a")), 0.9487, 0.3162);
    }
  }

  @Test
  void keepsTheFirstCoordinatesIfTheCardSaysSo() {
    ModelFolder first =
        tiny(TinyModel.Output.STATES, card -> card.put("dimension", 1).put("width", 2));
    try (Embedder embedder = Embedder.open(first, OPTIONS)) {
      assertThat(Objects.requireNonNull(embedder.embed(text("c a")).embedding()).toArray())
          .containsExactly(1);
    }
  }

  @Test
  void computesTextsAloneIfTheWeightsAreIntegers() {
    ModelFolder integers = tiny(TinyModel.Output.STATES, card -> card.put("precision", "int8"));
    assertThat(integers.verifiedGraph(Device.CPU).batching()).isEqualTo(Batching.ALONE);
    assertThat(tiny(TinyModel.Output.STATES).verifiedGraph(Device.CPU).batching())
        .isEqualTo(Batching.PADDED);
  }

  @Test
  void whatHasNoDirectionHasNoEmbedding() {
    for (TinyModel.Output output :
        List.of(TinyModel.Output.ZEROS, TinyModel.Output.NAN, TinyModel.Output.INFINITE)) {
      try (Embedder embedder = Embedder.open(tiny(output), OPTIONS)) {
        EmbeddedText embedded = embedder.embed(text("a b"));
        assertThat(embedded.embedding()).as("%s", output).isNull();
        assertThat(embedded.tokens()).isEqualTo(2);
      }
    }
  }

  @Test
  void aTextWithoutTokensHasNoEmbedding() {
    try (Embedder embedder = Embedder.open(tiny(TinyModel.Output.STATES), OPTIONS)) {
      EmbeddedText empty = embedder.embed(text(""));
      assertThat(empty.embedding()).isNull();
      assertThat(empty).satisfies(e -> assertSeen(e, 0, false));
      List<EmbeddedText> embedded = embedder.embed(List.of(text(""), text("c a"), text(" ")));
      assertThat(embedded).extracting(EmbeddedText::tokens).containsExactly(0, 2, 0);
      assertDirection(embedded.get(1), 0.8944, 0.4472);
    }
  }

  @Test
  void takesAsManyTokensAsTheCardSays() {
    // DJL's tokenizer takes 512 for the most, and says nothing.
    ModelFolder longer = tiny(TinyModel.Output.STATES, card -> card.put("maxTokens", 600));
    try (Embedder embedder = Embedder.open(longer, OPTIONS)) {
      assertThat(embedder.embed(text("a ".repeat(600)))).satisfies(e -> assertSeen(e, 600, false));
      assertThat(embedder.embed(text("a ".repeat(601)))).satisfies(e -> assertSeen(e, 600, true));
    }
    ModelFolder shorter = tiny(TinyModel.Output.STATES, card -> card.put("maxTokens", 3));
    try (Embedder embedder = Embedder.open(shorter, OPTIONS)) {
      assertThat(embedder.embed(text("a a a"))).satisfies(e -> assertSeen(e, 3, false));
      assertThat(embedder.embed(text("a a a a"))).satisfies(e -> assertSeen(e, 3, true));
    }
  }

  @Test
  void looksAtTheStartOfALongTextAlone() {
    ModelFolder model = tiny(TinyModel.Output.STATES, card -> card.put("maxTokens", 3));
    try (Embedder embedder = Embedder.open(model, OPTIONS)) {
      // 3 tokens of 40 characters: what stands behind them is not read, and that is said.
      assertThat(embedder.embed(text("a" + " ".repeat(118) + "b")))
          .satisfies(e -> assertSeen(e, 2, false));
      assertThat(embedder.embed(text("a" + " ".repeat(119) + "b")))
          .satisfies(e -> assertSeen(e, 1, true));
      // The cut does not leave half a character.
      assertThat(embedder.embed(text("a" + " ".repeat(118) + "\uD83D\uDE00")))
          .satisfies(e -> assertSeen(e, 1, true));
    }
  }

  @Test
  void refusesAModelOfAnotherDimensionAtOnce() {
    ModelFolder model = tiny(TinyModel.Output.STATES, card -> card.put("dimension", 3));
    assertRefused(model, "gives no token states float32 (3, 1, 3), but float32 (3, 1, 2)");
  }

  @Test
  void refusesAModelThatReadsNothingAtOnce() {
    assertRefused(tiny(TinyModel.Output.CONSTANT), "gives every text the same vector");
  }

  @Test
  void refusesAModelOfAnotherNumberTypeAtOnce() {
    assertRefused(tiny(TinyModel.Output.DOUBLES), "but float64 (3, 1, 2)");
  }

  @Test
  void refusesAModelThatWantsAnUnknownInputAtOnce() {
    assertRefused(model(TinyModel.withInput("pixels"), card -> {}), "has an input \"pixels\"");
  }

  @Test
  void refusesWeightsThatAreNone() {
    assertRefused(model(Folders.bytes("weights"), card -> {}), "cannot be loaded");
  }

  @Test
  void refusesATokenizerThatIsNone() {
    ModelFolder model =
        Folders.withFiles(
            path,
            TinyModel.giving(TinyModel.Output.STATES),
            Folders.bytes("{\"version\": 1}"),
            card -> card.put("dimension", 2));
    assertRefused(model, "tokenizer.json: not a tokenizer: ");
  }

  @Test
  void saysInOneLineThatThereIsNoGpu() {
    Assumptions.assumeFalse(OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA));
    assertThatThrownBy(() -> Embedder.open(tiny(TinyModel.Output.STATES), OPTIONS.on(Device.GPU)))
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.UNAVAILABLE))
        .hasMessageStartingWith("no CUDA device can be used")
        .message()
        .hasLineCount(1);
  }

  @Test
  @Timeout(60)
  void closingWaitsForWhatWasSubmittedEvenWhenInterrupted() {
    Embedder embedder = Embedder.open(tiny(TinyModel.Output.STATES), OPTIONS);
    CompletableFuture<List<EmbeddedText>> submitted =
        embedder.submit(Collections.nCopies(4000, text("a b c a b c a b")));
    Thread.currentThread().interrupt();
    embedder.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(submitted).isDone();
    assertThat(submitted.join()).hasSize(4000).allMatch(e -> e.embedding() != null);
  }

  @Test
  void aClosedEmbedderRefusesTexts() {
    Embedder embedder = Embedder.open(tiny(TinyModel.Output.STATES), OPTIONS);
    embedder.close();
    embedder.close();
    assertThatThrownBy(() -> embedder.embed(text("a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the embedder is closed");
  }

  @Test
  @Timeout(60)
  void closingUnderThreadsThatEmbedLeavesNoneBehind() throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      Embedder embedder = Embedder.open(tiny(TinyModel.Output.STATES), OPTIONS);
      CountDownLatch embedding = new CountDownLatch(4);
      List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        threads.add(
            Thread.startVirtualThread(
                () -> {
                  try {
                    while (true) {
                      embedder.embed(text("a b c ".repeat(50)));
                      embedding.countDown();
                    }
                  } catch (RuntimeException e) {
                    thrown.add(e);
                  }
                }));
      }
      embedding.await();
      embedder.close();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(thrown).hasSize(4).allMatch(e -> e instanceof IllegalStateException);
    }
  }

  private static ModelText text(String text) {
    return new ModelText(text, List.of());
  }

  private ModelFolder tiny(TinyModel.Output output) {
    return tiny(output, card -> {});
  }

  private ModelFolder tiny(TinyModel.Output output, Consumer<ObjectNode> change) {
    return model(TinyModel.giving(output), change);
  }

  private ModelFolder model(byte[] weights, Consumer<ObjectNode> change) {
    return Folders.tiny(path, weights, change);
  }

  private void assertRefused(ModelFolder model, String why) {
    assertThatThrownBy(() -> Embedder.open(model, OPTIONS))
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.CONFIGURATION))
        .message()
        .startsWith(path.toString())
        .contains(why)
        .hasLineCount(1);
  }

  private static void assertSeen(EmbeddedText text, int tokens, boolean truncated) {
    assertThat(text.tokens()).isEqualTo(tokens);
    assertThat(text.truncated()).isEqualTo(truncated);
  }

  private static void assertDirection(EmbeddedText text, double x, double y) {
    Embedding embedding = Objects.requireNonNull(text.embedding());
    assertThat((double) embedding.toArray()[0]).isCloseTo(x, within(1e-4));
    assertThat((double) embedding.toArray()[1]).isCloseTo(y, within(1e-4));
  }
}
