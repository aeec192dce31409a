package dev.akin.bench;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// ONNX Runtime driven by hand, with nothing around it: texts sorted by length, batches of 512
/// tokens, one single-threaded call a worker, mean pooling.
final class BareLoop implements AutoCloseable {
  private static final int TOKENS_PER_BATCH = 512;
  private static final int MAX_TOKENS = 512;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Path tokenizerFile;
  private final int workers;

  BareLoop(Path model, int workers) throws Exception {
    this.tokenizerFile = model.resolve("tokenizer.json");
    this.workers = workers;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(model.resolve("model.onnx").toString(), options);
    }
  }

  List<Encoding> tokenize(List<String> texts) throws IOException {
    return tokenize(texts, MAX_TOKENS);
  }

  /// @param maxTokens of a text that are read, its first and last mark among them
  List<Encoding> tokenize(List<String> texts, int maxTokens) throws IOException {
    try (HuggingFaceTokenizer tokenizer =
        HuggingFaceTokenizer.builder()
            .optTokenizerPath(tokenizerFile)
            .optPadding(false)
            .optTruncation(true)
            .optMaxLength(maxTokens)
            .build()) {
      return texts.stream().map(tokenizer::encode).toList();
    }
  }

  static long tokens(List<Encoding> encodings) {
    return encodings.stream().mapToLong(text -> text.getIds().length).sum();
  }

  Turn turn(List<Encoding> encodings) throws Exception {
    long start = System.nanoTime();
    float[][] vectors = embed(encodings);
    return Turn.since(start, tokens(encodings), List.of(vectors));
  }

  /// The part that counts against it: running the model.
  float[][] embed(List<Encoding> encodings) throws Exception {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < encodings.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> -encodings.get(i).getIds().length));
    float[][] vectors = new float[encodings.size()][];
    try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> batches = new ArrayList<>();
      for (int from = 0; from < order.size(); ) {
        int width = encodings.get(order.get(from)).getIds().length;
        int to = Math.min(order.size(), from + Math.max(1, TOKENS_PER_BATCH / width));
        List<Integer> batch = order.subList(from, to);
        batches.add(
            executor.submit(
                () -> {
                  run(encodings, batch, vectors);
                  return null;
                }));
        from = to;
      }
      for (Future<?> batch : batches) {
        finish(batch);
      }
    }
    return vectors;
  }

  /// One text a call: what an embedder does that has nothing to put together.
  void embedEach(List<Encoding> encodings) throws Exception {
    float[][] vectors = new float[encodings.size()][];
    try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < encodings.size(); i++) {
        List<Integer> one = List.of(i);
        calls.add(
            executor.submit(
                () -> {
                  run(encodings, one, vectors);
                  return null;
                }));
      }
      for (Future<?> call : calls) {
        finish(call);
      }
    }
  }

  private static void finish(Future<?> batch) throws Exception {
    try {
      batch.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch failed", e);
    }
  }

  private void run(List<Encoding> encodings, List<Integer> batch, float[][] vectors)
      throws OrtException {
    int width = encodings.get(batch.getFirst()).getIds().length;
    long[] ids = new long[batch.size() * width];
    long[] mask = new long[batch.size() * width];
    for (int row = 0; row < batch.size(); row++) {
      Encoding text = encodings.get(batch.get(row));
      System.arraycopy(text.getIds(), 0, ids, row * width, text.getIds().length);
      System.arraycopy(
          text.getAttentionMask(), 0, mask, row * width, text.getAttentionMask().length);
    }
    long[] shape = {batch.size(), width};
    try (OnnxTensor idTensor = tensor(ids, shape);
        OnnxTensor maskTensor = tensor(mask, shape);
        OnnxTensor typeTensor = tensor(new long[ids.length], shape);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      OnnxTensor states = (OnnxTensor) result.get(0);
      int dimension = (int) states.getInfo().getShape()[2];
      FloatBuffer values = states.getFloatBuffer();
      for (int row = 0; row < batch.size(); row++) {
        int tokens = encodings.get(batch.get(row)).getIds().length;
        vectors[batch.get(row)] = mean(values, row * width * dimension, tokens, dimension);
      }
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private static float[] mean(FloatBuffer states, int first, int tokens, int dimension) {
    float[] sum = new float[dimension];
    float[] state = new float[dimension];
    for (int token = 0; token < tokens; token++) {
      states.get(first + token * dimension, state);
      for (int i = 0; i < dimension; i++) {
        sum[i] += state[i];
      }
    }
    double square = 0;
    for (float value : sum) {
      square += (double) value * value;
    }
    for (int i = 0; i < dimension; i++) {
      sum[i] = (float) (sum[i] / Math.sqrt(square));
    }
    return sum;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
