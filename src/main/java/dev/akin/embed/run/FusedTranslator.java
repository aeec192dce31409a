package dev.akin.embed.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelCard;
import dev.akin.embed.model.Pooling;
import dev.akin.embed.token.TokenBatch;
import dev.akin.embed.token.TokenizedText;
import dev.akin.onnx.EncoderRewrite;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/// Runs a batch of texts of the same length on a graph of [EncoderRewrite]. The graph pools by
/// itself: it returns the vectors of texts, sentences and terms, not the states of all tokens.
final class FusedTranslator implements NoBatchifyTranslator<TokenBatch, List<PooledText>> {
  private static final String BATCH = "batch";

  private final Pooling pooling;
  private final int width;
  private final int dimension;

  FusedTranslator(ModelCard card) {
    this.pooling = card.poolingMethod();
    this.width = card.stateWidth();
    this.dimension = card.dimension();
  }

  @Override
  public NDList processInput(TranslatorContext context, TokenBatch batch) {
    context.setAttachment(BATCH, batch);
    NDManager manager = context.getNDManager();
    NDArray ids = manager.create(batch.ids(), new Shape(batch.size(), batch.width()));
    ids.setName(EncoderRewrite.IDS);
    int groups = groups(batch);
    NDArray weights =
        manager.create(weights(batch, groups), new Shape(batch.size(), groups, batch.width()));
    weights.setName(EncoderRewrite.GROUPS);
    return new NDList(ids, weights);
  }

  /// How many groups the graph adds up for each text: the whole text, its sentences, its terms.
  private static int groups(TokenBatch batch) {
    return batch.members().stream()
        .map(TokenBatch.Member::text)
        .mapToInt(text -> 1 + text.sentences().count() + text.terms().groups().count())
        .max()
        .orElseThrow();
  }

  private float[] weights(TokenBatch batch, int groups) {
    float[] weights = new float[batch.size() * groups * batch.width()];
    for (int row = 0; row < batch.size(); row++) {
      TokenizedText text = batch.members().get(row).text();
      int first = row * groups * batch.width();
      pooling.weigh(weights, first, text.tokens());
      first += batch.width();
      text.sentences().weigh(weights, first, batch.width());
      first += text.sentences().count() * batch.width();
      text.terms().groups().weigh(weights, first, batch.width());
    }
    return weights;
  }

  @Override
  public List<PooledText> processOutput(TranslatorContext context, NDList outputs) {
    TokenBatch batch = (TokenBatch) context.getAttachment(BATCH);
    int groups = groups(batch);
    FloatBuffer pooled = floats(outputs.get(0), new Shape(batch.size(), groups, width));
    float[] states =
        pooling.isSum()
            ? new float[0]
            : all(floats(outputs.get(1), new Shape(batch.size(), batch.width(), width)));
    List<PooledText> texts = new ArrayList<>(batch.size());
    for (int row = 0; row < batch.size(); row++) {
      TokenizedText text = batch.members().get(row).text();
      pooled.position(row * groups * width);
      float[] sum = next(pooled, 1)[0];
      int first = row * batch.width() * width;
      texts.add(
          new PooledText(
                  pooling.isSum() ? sum : pooling.pool(states, first, text.tokens(), width),
                  next(pooled, text.sentences().count()),
                  next(pooled, text.terms().groups().count()))
              .cut(dimension));
    }
    return texts;
  }

  private static FloatBuffer floats(NDArray output, Shape expected) {
    if (output.getDataType() != DataType.FLOAT32 || !output.getShape().equals(expected)) {
      throw new EmbedException(
          AkinException.Kind.CONFIGURATION,
          "the graph gives %s %s, not float32 %s"
              .formatted(output.getDataType(), output.getShape(), expected));
    }
    return output.toByteBuffer(false).asFloatBuffer();
  }

  private static float[] all(FloatBuffer buffer) {
    float[] all = new float[buffer.remaining()];
    buffer.get(all);
    return all;
  }

  private float[][] next(FloatBuffer pooled, int count) {
    float[][] vectors = new float[count][width];
    for (float[] vector : vectors) {
      pooled.get(vector);
    }
    return vectors;
  }
}
