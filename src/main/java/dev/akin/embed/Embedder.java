package dev.akin.embed;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Embeds texts with one model: tokens, the model on ONNX Runtime through DJL, pooling, length 1.
///
/// Texts are cut into batches of a token budget and run by one single-threaded worker a core; the
/// caller's thread does the tokenizing, so that a caller who submits the next texts while the last
/// ones run keeps the workers busy. Native memory is bounded by workers times tokens a batch. Safe
/// for use by many threads. Close it when all work is done: closing waits for what runs.
public final class Embedder implements AutoCloseable {
  private final ModelFolder folder;
  private final Space space;
  private final EmbedOptions options;
  private final TextTokenizer tokenizer;
  private final Model model;
  private final BlockingQueue<Predictor<TokenBatch, float[][]>> predictors;
  private final ExecutorService workers;

  private Embedder(ModelFolder folder, EmbedOptions options, Model model) {
    this.folder = folder;
    this.space = folder.space();
    this.options = options;
    this.model = model;
    this.tokenizer = TextTokenizer.open(folder.path(), folder.card().maxTokens());
    this.predictors = new ArrayBlockingQueue<>(options.threads());
    this.workers =
        Executors.newFixedThreadPool(
            options.threads(), Thread.ofPlatform().name("akin-embed-", 1).daemon().factory());
    SentenceTranslator translator =
        new SentenceTranslator(
            model.getBlock().describeInput().keys(),
            folder.card().poolingMethod(),
            space.dimension());
    for (int i = 0; i < options.threads(); i++) {
      predictors.add(model.newPredictor(translator));
    }
  }

  /// Verifies the model's files, then loads them.
  ///
  /// @throws EmbedException if a file is missing or damaged, or the device cannot be used
  public static Embedder open(ModelFolder folder, EmbedOptions options) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    if (options.device() == Device.GPU) {
      requireCuda();
    }
    folder.verify();
    try {
      return new Embedder(folder, options, load(folder, options));
    } catch (IOException | MalformedModelException | OrtException e) {
      EmbedException.Kind kind =
          options.device() == Device.GPU
              ? EmbedException.Kind.NO_DEVICE
              : EmbedException.Kind.DAMAGED;
      throw new EmbedException(kind, folder.path() + ": cannot be loaded: " + rootMessage(e), e);
    }
  }

  private static void requireCuda() {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      throw new EmbedException(
          EmbedException.Kind.NO_DEVICE,
          "no CUDA device can be used: this akin was built for the CPU;"
              + " build it with: mvn -Pgpu -Dquick package");
    }
  }

  private static Model load(ModelFolder folder, EmbedOptions options)
      throws IOException, MalformedModelException, OrtException {
    OrtSession.SessionOptions session = new OrtSession.SessionOptions();
    session.setIntraOpNumThreads(1);
    session.setInterOpNumThreads(1);
    // Batches differ in shape; a memory pattern would be kept for each shape ever seen.
    session.setMemoryPatternOptimization(false);
    ai.djl.Device device =
        options.device() == Device.GPU ? ai.djl.Device.gpu() : ai.djl.Device.cpu();
    Model model = Model.newInstance("model", device, "OnnxRuntime");
    try {
      model.load(folder.path(), "model", Map.of("sessionOptions", session));
      return model;
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /// The model that it runs, which says how texts are put before it.
  public ModelFolder model() {
    return folder;
  }

  /// The space of the embeddings.
  public Space space() {
    return space;
  }

  /// Embeds one text.
  ///
  /// @param text as a [ModelFolder] renders it
  public EmbeddedText embed(String text) {
    return await(submit(List.of(text))).getFirst();
  }

  /// Embeds texts, and waits for them.
  ///
  /// @return one for each text, in the same order
  /// @throws EmbedException if the engine fails
  public List<EmbeddedText> embed(List<String> texts) {
    return await(submit(texts));
  }

  /// Tokenizes texts in this thread and leaves the rest to the workers.
  ///
  /// @return completes with one for each text, in the same order; or with an [EmbedException]
  public CompletableFuture<List<EmbeddedText>> submit(List<String> texts) {
    List<TokenizedText> tokenized = texts.stream().map(tokenizer::tokenize).toList();
    @Nullable EmbeddedText[] embedded = new EmbeddedText[texts.size()];
    CompletableFuture<?>[] batches =
        TokenBatch.cut(tokenized, options.tokensPerBatch()).stream()
            .map(batch -> CompletableFuture.runAsync(() -> run(batch, embedded), workers))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(batches)
        .thenApply(done -> new ArrayList<>(Arrays.asList(embedded)));
  }

  /// Waits for what [#submit] returned.
  ///
  /// @throws EmbedException if the engine fails
  public static List<EmbeddedText> await(CompletableFuture<List<EmbeddedText>> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof EmbedException cause ? cause : e;
    }
  }

  private void run(TokenBatch batch, @Nullable EmbeddedText[] embedded) {
    float[][] pooled = predict(batch);
    for (int row = 0; row < pooled.length; row++) {
      TokenBatch.Member member = batch.members().get(row);
      embedded[member.place()] =
          new EmbeddedText(
              direction(pooled[row]), member.text().tokens(), member.text().truncated());
    }
  }

  private @Nullable Embedding direction(float[] values) {
    try {
      return Embedding.normalize(space, values);
    } catch (IllegalArgumentException noDirection) {
      return null;
    }
  }

  private float[][] predict(TokenBatch batch) {
    // There are as many predictors as workers, so one is always free.
    Predictor<TokenBatch, float[][]> predictor = predictors.remove();
    try {
      return predictor.predict(batch);
    } catch (TranslateException e) {
      throw new EmbedException(
          EmbedException.Kind.FAILED, "the model failed: " + rootMessage(e), e);
    } finally {
      predictors.add(predictor);
    }
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    // The session must outlive what runs on it: this waits, even when interrupted.
    workers.close();
    predictors.forEach(Predictor::close);
    model.close();
    tokenizer.close();
  }
}
