package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.akin.Seed;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelText;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The embedder with the default model, beside a plain loop on ONNX Runtime.
class EmbedderIT extends DefaultModelTests {
  static final String GRAPHS = "Graph neural networks pass messages between nodes.";
  static final String WORDS =
      "graph neural network attention language model protein folding quantum entanglement of the"
          + " and in we show that a transformer learns galaxies redshift bayesian inference sparse"
          + " optimization convergence bound theorem Schrödinger α-helix 3.14 (cf. [12])";

  @Test
  void aBatchOfManyIsABatchOfOneManyTimes() {
    List<String> texts = textsOfManyLengths();
    List<EmbeddedText> together = embedder.embed(texts(texts));
    assertThat(together).hasSameSizeAs(texts);
    for (int i = 0; i < texts.size(); i++) {
      EmbeddedText alone = embedder.embed(text(texts.get(i)));
      assertThat(together.get(i).tokens()).isEqualTo(alone.tokens());
      assertThat(together.get(i).truncated()).isEqualTo(alone.truncated());
      assertSame(vector(together.get(i)), vector(alone));
    }
  }

  @Test
  void givesWhatAPlainLoopGives() throws IOException, OrtException {
    List<String> texts = textsOfManyLengths();
    List<EmbeddedText> embedded = embedder.embed(texts(texts));
    List<float[]> plain = plainLoop(texts);
    for (int i = 0; i < texts.size(); i++) {
      assertSame(vector(embedded.get(i)), plain.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GNNs propagate information along the edges of a graph.",
        "Message passing on graphs.",
      })
  void whatIsRelatedIsCloser(String related) {
    Embedding query = embedding(GRAPHS);
    for (String other :
        List.of("A survey of galaxies at high redshift.", "Protein intake of older adults.")) {
      assertThat(query.cosine(embedding(related)))
          .isGreaterThan(query.cosine(embedding(other)) + 0.2);
    }
  }

  @Test
  void theNumberOfWorkersDoesNotChangeAVector() {
    List<ModelText> texts = texts(textsOfManyLengths());
    List<EmbeddedText> expected = embedder.embed(texts);
    for (int workers : List.of(1, 3)) {
      try (Embedder other = Embedder.open(model, EmbedOptions.onAllCores().withThreads(workers))) {
        List<EmbeddedText> embedded = other.embed(texts);
        for (int i = 0; i < texts.size(); i++) {
          assertSame(vector(embedded.get(i)), vector(expected.get(i)));
        }
      }
    }
  }

  @Test
  void cutsATextAtTheModelsTokensAndSaysSo() {
    // Two tokens are special: [CLS] and [SEP].
    EmbeddedText fits = embedder.embed(text("graph ".repeat(510)));
    assertThat(fits.tokens()).isEqualTo(512);
    assertThat(fits.truncated()).isFalse();
    EmbeddedText cut = embedder.embed(text("graph ".repeat(511)));
    assertThat(cut.tokens()).isEqualTo(512);
    assertThat(cut.truncated()).isTrue();
    assertSame(vector(fits), vector(cut));
  }

  @Test
  void readsOnlyTheStartOfATextOfTenMegabytes() {
    // The start is 512 tokens of 40 characters: "graph" and white space.
    String start = "graph" + " ".repeat(512 * 40 - 5);
    EmbeddedText embedded = embedder.embed(text(start + "network ".repeat(1_250_000)));
    assertThat(embedded.tokens()).isEqualTo(3);
    assertThat(embedded.truncated()).isTrue();
    assertSame(vector(embedded), vector(embedder.embed(text("graph"))));
  }

  @Test
  void noTextsAreNoEmbeddings() {
    assertThat(embedder.embed(List.of())).isEmpty();
  }

  @Test
  void anEmptyTextIsItsSpecialTokens() {
    EmbeddedText empty = embedder.embed(text(""));
    assertThat(empty.tokens()).isEqualTo(2);
    assertSame(vector(empty), vector(embedder.embed(text(" \t\n"))));
  }

  @Test
  void oddCharactersGiveWhatAPlainLoopGives() throws IOException, OrtException {
    List<String> texts =
        List.of(
            "NUL \0 within",
            "astral 𝒢 letters 𝔸 😀",
            "lone \uD800 high",
            "lone \uDC00 low",
            "\uD83D",
            "\uFEFFmark",
            "عربى ελληνικά 中文",
            "\u202Ereversed");
    List<float[]> plain = plainLoop(texts);
    for (int i = 0; i < texts.size(); i++) {
      assertSame(vector(embedder.embed(text(texts.get(i)))), plain.get(i));
    }
  }

  /// The model's tokenizer drops what it knows to be no letter.
  @ParameterizedTest
  @CsvSource({"NUL \0 within, NUL within", "\uFEFFmark, mark", "\u202Ereversed, reversed"})
  void charactersThatNobodySeesChangeNothing(String text, String clean) {
    assertSame(vector(embedder.embed(text(text))), vector(embedder.embed(text(clean))));
  }

  @Test
  void thousandsOfCombiningMarksChangeNothing() {
    assertSame(
        vector(embedder.embed(text("e" + "\u0301".repeat(2_000)))),
        vector(embedder.embed(text("e"))));
  }

  @Test
  void composedAndDecomposedCharactersAreTheSame() {
    String composed = "Poincaré and Schrödinger in Ångström";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(composed);
    assertSame(vector(embedder.embed(text(decomposed))), vector(embedder.embed(text(composed))));
  }

  @Test
  void manyThreadsAtOnceGetTheirOwnVectors() throws InterruptedException, ExecutionException {
    List<String> texts = textsOfManyLengths().subList(0, 12);
    List<float[]> expected = embedder.embed(texts(texts)).stream().map(EmbedderIT::vector).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<EmbeddedText>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        List<String> rotated = rotate(texts, i);
        Callable<List<EmbeddedText>> task = () -> embedder.embed(texts(rotated));
        answers.add(threads.submit(task));
      }
      for (int i = 0; i < answers.size(); i++) {
        List<float[]> rotated = rotate(expected, i);
        List<EmbeddedText> answer = answers.get(i).get();
        for (int j = 0; j < answer.size(); j++) {
          assertSame(vector(answer.get(j)), rotated.get(j));
        }
      }
    }
  }

  @Test
  void closingFinishesWhatWasSubmitted() {
    List<CompletableFuture<List<EmbeddedText>>> submitted;
    try (Embedder other = Embedder.open(model, EmbedOptions.onAllCores())) {
      submitted = Stream.generate(() -> other.submit(texts(List.of(WORDS)))).limit(60).toList();
    }
    assertThat(submitted).allMatch(CompletableFuture::isDone);
    float[] expected = vector(embedder.embed(text(WORDS)));
    submitted.forEach(each -> assertSame(vector(each.join().getFirst()), expected));
  }

  /// Texts of 1 word to more than the model takes.
  static List<String> textsOfManyLengths() {
    Random random = Seed.random();
    List<String> words = Arrays.asList(WORDS.split(" "));
    List<Integer> lengths =
        new ArrayList<>(List.of(1, 2, 3, 5, 8, 13, 13, 14, 21, 34, 55, 89, 144, 233, 377, 600));
    Collections.shuffle(lengths, random);
    return lengths.stream()
        .map(
            length ->
                String.join(
                    " ",
                    IntStream.range(0, length)
                        .mapToObj(i -> words.get(random.nextInt(words.size())))
                        .toList()))
        .toList();
  }

  /// Mean pooling by hand, one text at a time.
  private static List<float[]> plainLoop(List<String> texts) throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    List<float[]> vectors = new ArrayList<>();
    try (HuggingFaceTokenizer tokenizer =
            HuggingFaceTokenizer.builder()
                .optTokenizerPath(model.path())
                .optPadding(false)
                .optTruncation(true)
                .optMaxLength(512)
                .build();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session =
            environment.createSession(model.path().resolve("model.onnx").toString(), options)) {
      for (String text : texts) {
        long[] ids = tokenizer.encode(text).getIds();
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, new long[][] {ids});
            OnnxTensor maskTensor = OnnxTensor.createTensor(environment, new long[][] {mask});
            OnnxTensor typeTensor = OnnxTensor.createTensor(environment, new long[1][ids.length]);
            OrtSession.Result result =
                session.run(
                    Map.of(
                        "input_ids", idTensor,
                        "attention_mask", maskTensor,
                        "token_type_ids", typeTensor))) {
          vectors.add(unitMean(((float[][][]) result.get(0).getValue())[0]));
        }
      }
    }
    return vectors;
  }

  private static float[] unitMean(float[][] states) {
    double[] sum = new double[states[0].length];
    for (float[] state : states) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += state[i];
      }
    }
    double length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
    float[] unit = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      unit[i] = (float) (sum[i] / length);
    }
    return unit;
  }

  private static <T> List<T> rotate(List<T> list, int distance) {
    List<T> rotated = new ArrayList<>(list);
    Collections.rotate(rotated, distance);
    return rotated;
  }

  private static ModelText text(String text) {
    return new ModelText(text, List.of());
  }

  private static List<ModelText> texts(List<String> texts) {
    return texts.stream().map(EmbedderIT::text).toList();
  }

  private static Embedding embedding(String text) {
    return Objects.requireNonNull(embedder.embed(text(text)).embedding());
  }

  private static float[] vector(EmbeddedText text) {
    return Objects.requireNonNull(text.embedding()).toArray();
  }

  private static void assertSame(float[] actual, float[] expected) {
    assertThat(actual).containsExactly(expected, within(1e-5f));
    assertThat(Cosine.of(actual, expected)).isCloseTo(1, within(1e-5));
  }
}
