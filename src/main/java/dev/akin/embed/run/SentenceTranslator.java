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
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Runs a batch on a published BERT-like graph, and pools the states of the tokens.
///
/// Inputs are set by name. DJL's own translator sets them by position, so a model that lists them
/// in another order would give wrong vectors without an error.
final class SentenceTranslator implements NoBatchifyTranslator<TokenBatch, List<PooledText>> {
  private static final String BATCH = "batch";

  private static final Set<DataType> NUMBERS = EnumSet.of(DataType.FLOAT32, DataType.FLOAT16);

  private final List<String> inputs;
  private final Pooling pooling;
  private final int width;
  private final int dimension;

  /// @param inputs the names of the model's inputs
  SentenceTranslator(List<String> inputs, ModelCard card) {
    this.inputs = inputs;
    this.pooling = card.poolingMethod();
    this.width = card.stateWidth();
    this.dimension = card.dimension();
  }

  @Override
  public NDList processInput(TranslatorContext context, TokenBatch batch) {
    context.setAttachment(BATCH, batch);
    NDManager manager = context.getNDManager();
    Shape shape = new Shape(batch.size(), batch.width());
    NDList list = new NDList(inputs.size());
    for (String name : inputs) {
      NDArray array = manager.create(values(name, batch), shape);
      array.setName(name);
      list.add(array);
    }
    return list;
  }

  private static long[] values(String input, TokenBatch batch) {
    return switch (input) {
      case "input_ids" -> batch.ids();
      case "attention_mask" -> batch.mask();
      case "position_ids" -> batch.positions();
      case "token_type_ids" -> new long[batch.size() * batch.width()];
      default ->
          throw new EmbedException(
              AkinException.Kind.CONFIGURATION,
              "the model has an input \""
                  + input
                  + "\"; akin knows only input_ids, attention_mask, token_type_ids and position_ids");
    };
  }

  @Override
  public List<PooledText> processOutput(TranslatorContext context, NDList outputs) {
    TokenBatch batch = (TokenBatch) context.getAttachment(BATCH);
    float[] states = tokenStates(outputs, batch);
    List<PooledText> pooled = new ArrayList<>(batch.size());
    for (int row = 0; row < batch.size(); row++) {
      int first = row * batch.width() * width;
      pooled.add(pool(batch.members().get(row).text(), states, first));
    }
    return pooled;
  }

  private PooledText pool(TokenizedText text, float[] states, int first) {
    return new PooledText(
            pooling.pool(states, first, text.tokens(), width),
            text.sentences().sums(states, first, width),
            text.terms().groups().sums(states, first, width))
        .cut(dimension);
  }

  private float[] tokenStates(NDList outputs, TokenBatch batch) {
    Shape expected = new Shape(batch.size(), batch.width(), width);
    NDArray output =
        outputs.stream()
            .filter(candidate -> NUMBERS.contains(candidate.getDataType()))
            .filter(candidate -> candidate.getShape().equals(expected))
            .findFirst()
            .orElseThrow(
                () ->
                    new EmbedException(
                        AkinException.Kind.CONFIGURATION,
                        "the model gives no token states float32 %s, but %s"
                            .formatted(expected, describe(outputs))));
    return floats(output.toByteBuffer(false), output.getDataType());
  }

  private static float[] floats(ByteBuffer bytes, DataType type) {
    if (type == DataType.FLOAT16) {
      ShortBuffer halves = bytes.asShortBuffer();
      float[] states = new float[halves.remaining()];
      for (int i = 0; i < states.length; i++) {
        states[i] = Float.float16ToFloat(halves.get(i));
      }
      return states;
    }
    float[] states = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(states);
    return states;
  }

  private static String describe(NDList outputs) {
    return outputs.stream()
        .map(output -> output.getDataType() + " " + output.getShape())
        .collect(Collectors.joining(", "));
  }
}
