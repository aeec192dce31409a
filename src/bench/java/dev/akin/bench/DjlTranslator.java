package dev.akin.bench;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.translator.TextEmbeddingTranslator;
import ai.djl.inference.Predictor;
import dev.akin.embed.model.ModelFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// DJL's own translator with batches of 32.
record DjlTranslator(ModelFolder folder) {
  private static final int BATCH = 32;
  private static final int WARM_UP = 8;

  /// @param tokens of the texts
  Turn embed(List<String> texts, long tokens) throws Exception {
    // DJL's pooling needs the second engine that akin goes without.
    System.setProperty("ai.djl.onnx.disable_alternative", "false");
    try (HuggingFaceTokenizer tokenizer =
            HuggingFaceTokenizer.builder()
                .optTokenizerPath(folder.path().resolve("tokenizer.json"))
                .optPadding(true)
                .optTruncation(true)
                .optMaxLength(folder.card().maxTokens())
                .build();
        Model model = Model.newInstance("model", Device.cpu(), "OnnxRuntime")) {
      model.load(folder.path(), "model");
      TextEmbeddingTranslator translator =
          TextEmbeddingTranslator.builder(
                  tokenizer, Map.of("includeTokenTypes", "true", "pooling", "mean"))
              .build();
      try (Predictor<String, float[]> predictor = model.newPredictor(translator)) {
        predictor.batchPredict(texts.subList(0, Math.min(texts.size(), WARM_UP)));
        List<float[]> vectors = new ArrayList<>();
        long start = System.nanoTime();
        for (int from = 0; from < texts.size(); from += BATCH) {
          vectors.addAll(
              predictor.batchPredict(texts.subList(from, Math.min(texts.size(), from + BATCH))));
        }
        return Turn.since(start, tokens, vectors);
      }
    } finally {
      System.setProperty("ai.djl.onnx.disable_alternative", "true");
    }
  }
}
