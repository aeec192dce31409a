package dev.akin.embed.run;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import dev.akin.base.AkinException;
import dev.akin.embed.model.Batching;
import dev.akin.embed.model.Device;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelCard;
import dev.akin.embed.model.ModelGraph;
import dev.akin.embed.model.RunSettings;
import dev.akin.embed.token.TextTerms;
import dev.akin.embed.token.TokenBatch;
import dev.akin.embed.token.TokenGroups;
import dev.akin.embed.token.TokenizedText;
import dev.akin.vector.Cosine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;

/// A model that DJL has loaded into ONNX Runtime. It turns batches of tokens into pooled vectors.
///
/// Safe for use by as many threads as there are workers. Close it when nothing runs on it any more.
final class ModelSession implements AutoCloseable {
  /// Three texts of one token each: the first three of the vocabulary.
  private static final TokenBatch TRIAL =
      new TokenBatch(IntStream.range(0, 3).mapToObj(ModelSession::trial).toList());

  private final Path folder;
  private final Batching batching;
  private final RunSettings settings;
  private final Model model;
  private final BlockingQueue<Predictor<TokenBatch, List<PooledText>>> predictors;

  private ModelSession(ModelGraph graph, ModelCard card, RunSettings settings, Model model) {
    this.folder = graph.folder();
    this.batching = graph.batching();
    this.settings = settings;
    this.model = model;
    this.predictors = new ArrayBlockingQueue<>(settings.workers());
    Translator<TokenBatch, List<PooledText>> translator =
        graph.isFused()
            ? new FusedTranslator(card)
            : new SentenceTranslator(model.getBlock().describeInput().keys(), card);
    for (int i = 0; i < settings.workers(); i++) {
      predictors.add(model.newPredictor(translator));
    }
  }

  /// Loads a verified graph and runs it once, so that a graph that cannot run is refused now.
  ///
  /// @throws EmbedException if the device cannot be used or the graph is not what the card says
  static ModelSession open(ModelGraph graph, ModelCard card, Device device, RunSettings settings) {
    if (device == Device.GPU) {
      requireCuda();
    }
    Model model = load(graph, device, settings);
    try {
      ModelSession session = new ModelSession(graph, card, settings, model);
      session.requireDifferences(session.pool(TRIAL));
      return session;
    } catch (RuntimeException e) {
      model.close();
      throw device == Device.GPU && isFailure(e) ? noDevice(e) : e;
    }
  }

  private static TokenBatch.Member trial(int token) {
    return new TokenBatch.Member(
        token,
        new TokenizedText(new long[] {token}, TokenGroups.NONE, TextTerms.NONE, false, false));
  }

  /// With such a model, every paper would be related to every other.
  private void requireDifferences(List<PooledText> trial) {
    float[] first = trial.getFirst().vector();
    boolean same = trial.stream().allMatch(text -> Arrays.equals(text.vector(), first));
    if (same && Cosine.dot(first, first) > 0) {
      throw new EmbedException(
          AkinException.Kind.CONFIGURATION,
          folder + ": the model gives every text the same vector");
    }
  }

  private static void requireCuda() {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      throw new EmbedException(
          AkinException.Kind.UNAVAILABLE,
          "no CUDA device can be used: this akin was built for the CPU;"
              + " build it with: mvn -Pgpu -Dquick package");
    }
  }

  private static Model load(ModelGraph graph, Device device, RunSettings settings) {
    Model model =
        Model.newInstance(
            graph.name(),
            device == Device.GPU ? ai.djl.Device.gpu() : ai.djl.Device.cpu(),
            NativeLibraries.ENGINE);
    try (OrtSession.SessionOptions session = new OrtSession.SessionOptions()) {
      session.setIntraOpNumThreads(settings.threads());
      session.setInterOpNumThreads(1);
      // Batches differ in shape; a memory pattern would be kept for each shape ever seen.
      session.setMemoryPatternOptimization(false);
      model.load(graph.folder(), graph.name(), Map.of("sessionOptions", session));
      return model;
    } catch (IOException | MalformedModelException | OrtException | RuntimeException e) {
      model.close();
      throw device == Device.GPU
          ? noDevice(e)
          : new EmbedException(
              AkinException.Kind.CONFIGURATION,
              graph.path() + ": cannot be loaded: " + EmbedException.reason(e),
              e);
    }
  }

  private static EmbedException noDevice(Exception e) {
    return new EmbedException(
        AkinException.Kind.UNAVAILABLE,
        "no CUDA device can be used; a GPU needs an NVIDIA driver, CUDA 12 and cuDNN 9: "
            + EmbedException.reason(e),
        e);
  }

  private static boolean isFailure(RuntimeException e) {
    return e instanceof EmbedException failure && failure.kind() == AkinException.Kind.FAILED;
  }

  /// Which texts may be in one batch.
  Batching batching() {
    return batching;
  }

  /// How the model is run.
  RunSettings settings() {
    return settings;
  }

  /// Runs a batch.
  ///
  /// @return a result for each text of the batch
  /// @throws EmbedException if the engine fails or the model is not what its card says
  List<PooledText> pool(TokenBatch batch) {
    // There are as many predictors as workers, so one is always free.
    Predictor<TokenBatch, List<PooledText>> predictor = predictors.remove();
    try {
      return predictor.predict(batch);
    } catch (TranslateException e) {
      AkinException.Kind kind =
          e.getCause() instanceof EmbedException mismatch
              ? mismatch.kind()
              : AkinException.Kind.FAILED;
      throw new EmbedException(kind, folder + ": " + EmbedException.reason(e), e);
    } finally {
      predictors.add(predictor);
    }
  }

  @Override
  public void close() {
    predictors.forEach(Predictor::close);
    model.close();
  }
}
